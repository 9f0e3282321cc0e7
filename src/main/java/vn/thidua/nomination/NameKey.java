package vn.thidua.nomination;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What is left of a Vietnamese name when it doesn't matter how it was typed: composed or decomposed, in which case, with how many spaces
 * or which dashes, the tone on the first vowel or the second (hoà, hòa). Vowels and tones themselves stay: Hoa, Hoà and Hoả are three.
 */
public final class NameKey {

    /** Grave, acute, hook, tilde, dot below: a syllable carries at most one, wherever it stands. */
    private static final Pattern TONE = Pattern.compile("[\\u0300\\u0301\\u0303\\u0309\\u0323]");

    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
    private static final Pattern UNSEEN = Pattern.compile("\\p{Cf}");

    private static final Pattern MARK = Pattern.compile("\\p{M}");

    private NameKey() {}

    /** Is the name called so? What is looked for without any accent is found in names with them. */
    public static boolean holds(String name, String part) {
        var key = of(part);
        return key.equals(plain(key)) ? plain(of(name)).contains(key) : of(name).contains(key);
    }

    /** What is left of a key without any accent, and with d for đ. */
    public static String plain(String key) {
        return MARK.matcher(key).replaceAll("").replace('\u0111', 'd');
    }

    /** The key; empty for a name without a letter or digit. */
    public static String of(String name) {
        var seen =
                UNSEEN.matcher(Normalizer.normalize(name, Normalizer.Form.NFKC)).replaceAll("");
        // Đ is often typed as the Icelandic letter that looks the same
        var letters =
                Normalizer.normalize(seen.toLowerCase(Locale.ROOT).replace('\u00f0', '\u0111'), Normalizer.Form.NFD);
        var key = new StringBuilder();
        for (var syllable : BETWEEN.split(letters)) {
            if (syllable.isEmpty()) continue;
            if (!key.isEmpty()) key.append(' ');
            key.append(TONE.matcher(syllable).replaceAll(""));
            TONE.matcher(syllable).results().forEach(tone -> key.append(tone.group()));
        }
        return key.toString();
    }
}
