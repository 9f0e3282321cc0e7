package vn.thidua.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** Properties as Word looks them up: the nearest that says something decides. */
record Cascade(List<Element> nearestFirst) {

    private static final Set<String> OFF = Set.of("0", "false", "off", "none");

    static Cascade of(List<? extends @Nullable Element> nearestFirst) {
        var properties = new ArrayList<Element>();
        for (var each : nearestFirst) if (each != null) properties.add(each);
        return new Cascade(properties);
    }

    static Cascade of(@Nullable Element only) {
        return new Cascade(only == null ? List.of() : List.of(only));
    }

    Optional<Element> element(String name) {
        return nearestFirst.stream()
                .map(properties -> Xml.child(properties, name))
                .filter(found -> found != null)
                .map(Element.class::cast)
                .findFirst();
    }

    @Nullable
    String value(String name) {
        return attribute(name, "val");
    }

    @Nullable
    String attribute(String name, String attribute) {
        return nearestFirst.stream()
                .map(properties -> Xml.attribute(Xml.child(properties, name), attribute))
                .filter(found -> found != null)
                .findFirst()
                .orElse(null);
    }

    double points(String name, String attribute, double otherwise) {
        return Xml.points(attribute(name, attribute)).orElse(otherwise);
    }

    boolean isOn(String name) {
        return element(name)
                .map(found -> Xml.attribute(found, "val"))
                .map(value -> !OFF.contains(value))
                .orElse(element(name).isPresent());
    }
}
