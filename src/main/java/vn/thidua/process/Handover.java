package vn.thidua.process;

import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;

/** Passes an open task from the people of a closed unit to those of its successor. */
final class Handover {

    private Handover() {}

    /** Does nothing to a task that isn't the group's. */
    static void hand(TaskService tasks, Task task, String before, String after) {
        var links = tasks.getIdentityLinksForTask(task.getId());
        if (links.stream().noneMatch(link -> before.equals(link.getGroupId()))) return;
        tasks.deleteCandidateGroup(task.getId(), before);
        tasks.addCandidateGroup(task.getId(), after);
        tasks.setAssignee(task.getId(), null);
    }
}
