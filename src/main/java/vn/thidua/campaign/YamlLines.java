package vn.thidua.campaign;

import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Where each field of a YAML file stands, by JSON pointer. */
final class YamlLines {

    private final Map<String, Integer> lines = new HashMap<>();

    private YamlLines() {}

    static YamlLines of(String yaml) {
        var options = new LoaderOptions();
        options.setCodePointLimit(10_000_000);
        var found = new YamlLines();
        var root = new Yaml(options).compose(new StringReader(yaml));
        if (root != null) found.walk(root, "");
        return found;
    }

    /** The line of the field, or of the nearest field around it that is there; from 1. */
    int lineOf(String pointer) {
        for (var known = pointer; ; known = known.substring(0, Math.max(0, known.lastIndexOf('/')))) {
            var line = lines.get(known);
            if (line != null) return line;
            if (known.isEmpty()) return 1;
        }
    }

    private void walk(Node node, String pointer) {
        lines.putIfAbsent(pointer, node.getStartMark().getLine() + 1);
        if (node instanceof MappingNode mapping) {
            for (var entry : mapping.getValue()) {
                if (entry.getKeyNode() instanceof ScalarNode key) {
                    lines.put(pointer + "/" + key.getValue(), key.getStartMark().getLine() + 1);
                    walk(entry.getValueNode(), pointer + "/" + key.getValue());
                }
            }
        } else if (node instanceof SequenceNode sequence) {
            for (int i = 0; i < sequence.getValue().size(); i++) {
                walk(sequence.getValue().get(i), pointer + "/" + i);
            }
        }
    }
}
