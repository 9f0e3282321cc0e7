package vn.thidua.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The models as they ship. */
final class Models {

    /** @param xml the file as it stands */
    record Model(String fileName, String xml, BpmnModelInstance bpmn) {

        Process process() {
            return all(Process.class).toList().get(0);
        }

        <T extends ModelElementInstance> Stream<T> all(Class<T> type) {
            return bpmn.getModelElementsByType(type).stream();
        }

        @Override
        public String toString() {
            return fileName;
        }
    }

    private Models() {}

    static List<Model> shipped() {
        return Stream.of(files("classpath*:bpmn/*.bpmn")).map(Models::read).toList();
    }

    static Resource[] files(String pattern) {
        try {
            return new PathMatchingResourcePatternResolver().getResources(pattern);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Model read(Resource file) {
        try {
            return new Model(
                    String.valueOf(file.getFilename()),
                    file.getContentAsString(StandardCharsets.UTF_8),
                    Bpmn.readModelFromStream(file.getInputStream()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
