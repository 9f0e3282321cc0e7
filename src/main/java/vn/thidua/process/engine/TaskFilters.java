package vn.thidua.process.engine;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;

/**
 * The two lists everyone works from in Tasklist. Made by the system, the only one whose filters may hold expressions: they name the
 * reader and the reader's groups.
 */
@Component
class TaskFilters {

    private static final String OURS = "Việc của tôi và đơn vị";
    private static final String MINE = "Đang xử lý";

    private final FilterService filters;
    private final TaskService tasks;

    TaskFilters(FilterService filters, TaskService tasks) {
        this.filters = filters;
        this.tasks = tasks;
    }

    /** The ids of both, which are made when they are not there. */
    List<String> ids() {
        return List.of(
                id(
                        OURS,
                        0,
                        "#b3261e",
                        tasks.createTaskQuery()
                                .or()
                                .taskCandidateGroupInExpression("${currentUserGroups()}")
                                .includeAssignedTasks()
                                .taskAssigneeExpression("${currentUser()}")
                                .endOr()),
                id(MINE, 10, "#1f6f43", tasks.createTaskQuery().taskAssigneeExpression("${currentUser()}")));
    }

    private String id(String name, int position, String color, TaskQuery query) {
        var found = filters.createTaskFilterQuery().filterName(name).list();
        if (!found.isEmpty()) return found.get(0).getId();
        var filter = filters.newTaskFilter(name)
                .setQuery(query.active().orderByDueDate().asc())
                .setProperties(Map.of("priority", position, "color", color, "refresh", true));
        return filters.saveFilter(filter).getId();
    }
}
