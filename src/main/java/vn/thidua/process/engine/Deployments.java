package vn.thidua.process.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Models and forms go to the engine as one set under names that do not depend on where the application lies: a new version is made only
 * when one of them changed, and a form is always found beside its model.
 */
@Component
class Deployments {

    private static final List<String> FOLDERS = List.of("bpmn", "forms");

    private final RepositoryService repository;

    Deployments(RepositoryService repository) {
        this.repository = repository;
    }

    void deploy() {
        var deployment = repository.createDeployment().name("thidua").enableDuplicateFiltering(false);
        var any = false;
        for (var folder : FOLDERS) {
            for (var file : filesIn(folder)) {
                try (var content = file.getInputStream()) {
                    deployment.addInputStream(folder + "/" + file.getFilename(), content);
                    any = true;
                } catch (IOException failed) {
                    throw new UncheckedIOException(failed);
                }
            }
        }
        if (any) deployment.deploy();
    }

    private static List<Resource> filesIn(String folder) {
        var resolver = new PathMatchingResourcePatternResolver();
        var files = new ArrayList<Resource>();
        try {
            for (var ending : List.of("bpmn", "html", "form")) {
                files.addAll(List.of(resolver.getResources("classpath*:" + folder + "/*." + ending)));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        files.sort(Comparator.comparing(Resource::getFilename));
        return files;
    }
}
