package vn.thidua.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** The styles of a Word document, each with those it is based on. */
final class WordStyles {

    private final Map<String, Element> styles = new HashMap<>();
    private final @Nullable Element defaults;
    private final @Nullable Element standard;
    private final @Nullable Element standardTable;

    WordStyles(WordFile file) {
        var root =
                file.xml("word/styles.xml").map(xml -> xml.getDocumentElement()).orElse(null);
        Xml.children(root, "style")
                .forEach(style -> styles.put(String.valueOf(Xml.attribute(style, "styleId")), style));
        this.defaults = Xml.child(root, "docDefaults");
        this.standard = standard("paragraph");
        this.standardTable = standard("table");
    }

    /** @param nearer before the style: the paragraph's own properties and those of its list */
    Cascade paragraph(@Nullable String style, @Nullable String tableStyle, List<? extends @Nullable Element> nearer) {
        var all = new ArrayList<@Nullable Element>(nearer);
        addChain(all, style, standard, "pPr");
        addChain(all, tableStyle, null, "pPr");
        all.add(Xml.child(Xml.child(defaults, "pPrDefault"), "pPr"));
        return Cascade.of(all);
    }

    Cascade run(@Nullable Element own, @Nullable String style, @Nullable String tableStyle) {
        var all = new ArrayList<@Nullable Element>();
        all.add(own);
        var character = Xml.attribute(Xml.child(own, "rStyle"), "val");
        if (character != null) addChain(all, character, null, "rPr");
        addChain(all, style, standard, "rPr");
        addChain(all, tableStyle, null, "rPr");
        all.add(Xml.child(Xml.child(defaults, "rPrDefault"), "rPr"));
        return Cascade.of(all);
    }

    Cascade table(@Nullable Element own, @Nullable String style) {
        var all = new ArrayList<@Nullable Element>();
        all.add(own);
        addChain(all, style, standardTable, "tblPr");
        return Cascade.of(all);
    }

    private void addChain(
            List<@Nullable Element> all, @Nullable String id, @Nullable Element otherwise, String properties) {
        var style = id == null ? otherwise : styles.getOrDefault(id, otherwise);
        for (int depth = 0; style != null && depth < 20; depth++) { // a broken document may go in a circle
            all.add(Xml.child(style, properties));
            var base = Xml.attribute(Xml.child(style, "basedOn"), "val");
            style = base == null ? null : styles.get(base);
        }
    }

    private @Nullable Element standard(String type) {
        return styles.values().stream()
                .filter(style -> type.equals(Xml.attribute(style, "type")))
                .filter(style -> "1".equals(Xml.attribute(style, "default")))
                .findFirst()
                .orElse(null);
    }
}
