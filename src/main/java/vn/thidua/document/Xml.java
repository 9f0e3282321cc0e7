package vn.thidua.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Ways through Word's XML, by local names. */
final class Xml {

    private static final double TWIPS_PER_POINT = 20;

    private Xml() {}

    static List<Element> children(Node parent) {
        var children = new ArrayList<Element>();
        for (var node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) children.add(element);
        }
        return children;
    }

    static Stream<Element> children(@Nullable Element parent, String name) {
        return parent == null
                ? Stream.empty()
                : children((Node) parent).stream().filter(child -> name.equals(child.getLocalName()));
    }

    static @Nullable Element child(@Nullable Element parent, String name) {
        return children(parent, name).findFirst().orElse(null);
    }

    /** The first below, at any depth. */
    static Optional<Element> below(Element parent, String name) {
        var found = parent.getElementsByTagNameNS("*", name);
        return found.getLength() == 0 ? Optional.empty() : Optional.of((Element) found.item(0));
    }

    /** An attribute whatever its prefix; null when it is missing. */
    static @Nullable String attribute(@Nullable Element element, String name) {
        if (element == null) return null;
        var attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            var attribute = attributes.item(i);
            if (name.equals(attribute.getLocalName())) return attribute.getNodeValue();
        }
        return null;
    }

    /** A length given in twentieths of a point. */
    static OptionalDouble points(@Nullable String twips) {
        try {
            return twips == null
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(Double.parseDouble(twips) / TWIPS_PER_POINT);
        } catch (NumberFormatException notANumber) {
            return OptionalDouble.empty();
        }
    }

    static double points(@Nullable Element element, String attribute, double otherwise) {
        return points(attribute(element, attribute)).orElse(otherwise);
    }
}
