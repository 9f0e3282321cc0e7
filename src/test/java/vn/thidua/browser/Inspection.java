package vn.thidua.browser;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What every page must hold to: one language, one first heading, a name for each thing that can be used, no sideways scrolling. */
final class Inspection {

    /** Everyday words of English interfaces, none of which is a Vietnamese syllable. */
    private static final String ENGLISH_WORDS = """
            the and of is are was with from this that your you please submit save cancel search filters? errors? failed
            required pages? next previous loading tasks? reports? due not found login logout passwords? user(name)?s? select
            choose files? upload download delete edit close open date state status names? value true false null undefined
            unknown nan deadline unit campaigns? history details diagram claim complete add remove created assignee groups?
            comment description process instance running dashboard deployments?""";

    private static final Pattern ENGLISH = Pattern.compile("(?iu)(?<![\\p{L}\\d@.'/_-])(%s)(?![\\p{L}\\d@'/_-])"
            .formatted(String.join("|", ENGLISH_WORDS.split("\\s+"))));

    /** Placeholders, message keys and codes that should have become words. */
    private static final Pattern UNFINISHED = Pattern.compile("\\{\\{|\\$\\{|\\?\\?|\\b[A-Z]{2,}_[A-Z_]+\\b");

    private static final String TEXT = """
            () => [document.title, document.body.innerText,
              ...[...document.querySelectorAll('[title],[placeholder],[aria-label],[alt]')]
                .filter(each => each.checkVisibility())
                .flatMap(each => ['title', 'placeholder', 'aria-label', 'alt'].map(name => each.getAttribute(name)))
                .filter(Boolean)].join('\\n')""";

    /** What is wrong with how things are named, within the part of the page that is ours. */
    private static final String NAMES = """
            part => {
              const faults = [];
              const shown = kind => [...document.querySelectorAll(part)]
                .flatMap(each => [...each.querySelectorAll(kind)]).filter(each => each.checkVisibility());
              const start = each => each.outerHTML.slice(0, 160);
              const spoken = each => each.getAttribute('aria-label')?.trim()
                || document.getElementById(each.getAttribute('aria-labelledby'))?.textContent.trim();
              const written = each => each.textContent.trim() || [...each.querySelectorAll('img')].some(image => image.alt.trim());
              if (document.documentElement.lang !== 'vi') faults.push('lang is ' + document.documentElement.lang);
              if (!document.title.trim()) faults.push('no title');
              shown('input:not([type=hidden]), select, textarea')
                .filter(each => ![...each.labels].some(label => label.textContent.trim()) && !spoken(each))
                .forEach(each => faults.push('no label: ' + start(each)));
              shown('a[href], button').filter(each => !written(each) && !spoken(each))
                .forEach(each => faults.push('no name: ' + start(each)));
              shown('img:not([alt])').forEach(each => faults.push('no alt: ' + start(each)));
              const ids = shown('[id]').map(each => each.id);
              new Set(ids.filter((id, at) => ids.indexOf(id) !== at)).forEach(id => faults.push('id twice: ' + id));
              return faults;
            }""";

    private static final String STRUCTURE = """
            () => {
              const faults = [];
              const levels = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(each => Number(each.tagName[1]));
              const first = levels.filter(level => level === 1).length;
              if (first !== 1) faults.push(first + ' h1');
              levels.filter((level, at) => at > 0 && level > levels[at - 1] + 1).forEach(level => faults.push('nothing above h' + level));
              if (document.querySelectorAll('main').length !== 1) faults.push('not one main');
              return faults;
            }""";

    private static final String OVERHANG =
            "() => document.documentElement.scrollWidth - document.documentElement.clientWidth";

    /** Width and height of the windows a page of ours must fit, in CSS pixels: what people have on the desk, and a telephone. */
    private static final Map<Integer, Integer> WINDOWS = Map.of(1366, 900, 390, 844);

    /** Cockpit's own word for a process without a parent; no label stands for it. */
    private static final String NO_PARENT = "not Vietnamese: null";

    private Inspection() {}

    /** The faults of a page of ours; none where it is fine. */
    static List<String> ofOurs(Page page) {
        return Stream.of(language(page), list(page, NAMES, "body"), list(page, STRUCTURE, null), width(page))
                .flatMap(List::stream)
                .toList();
    }

    /** The faults of a page of the engine's web applications; things are ours to name only in the part that is ours. */
    static List<String> ofEngines(Page page, String ourPart) {
        return Stream.of(language(page), list(page, NAMES, ourPart))
                .flatMap(List::stream)
                .filter(fault -> !fault.equals(NO_PARENT))
                .toList();
    }

    static List<String> language(String text) {
        return text.lines()
                .filter(line ->
                        ENGLISH.matcher(line).find() || UNFINISHED.matcher(line).find())
                .map(line -> "not Vietnamese: " + line.strip())
                .toList();
    }

    private static List<String> language(Page page) {
        return language((String) page.evaluate(TEXT));
    }

    private static List<String> width(Page page) {
        var before = page.viewportSize();
        var faults = WINDOWS.entrySet().stream()
                .filter(window -> {
                    page.setViewportSize(window.getKey(), window.getValue());
                    return (int) page.evaluate(OVERHANG) > 0;
                })
                .map(window -> "wider than a window of " + window.getKey())
                .toList();
        page.setViewportSize(before.width, before.height);
        return faults;
    }

    private static List<String> list(Page page, String script, String argument) {
        return ((List<?>) page.evaluate(script, argument))
                .stream().map(String::valueOf).toList();
    }
}
