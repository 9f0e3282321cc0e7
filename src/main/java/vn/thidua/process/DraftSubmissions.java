package vn.thidua.process;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;
import vn.thidua.act.Actor;
import vn.thidua.act.Refusal;
import vn.thidua.nomination.Dossier;
import vn.thidua.nomination.DossierState;
import vn.thidua.nomination.Dossiers;
import vn.thidua.organisation.Groups;

/**
 * Submits the drafts of a unit in one go, as if the person completed the task of each: every dossier in a transaction of its own, and one
 * that is refused stays a draft.
 */
@Component
public class DraftSubmissions {

    private static final int MOST = 200;

    /** @param left drafts not tried, because there are more than one go takes */
    public record Outcome(int submitted, List<Refused> refused, int left) {}

    /** A draft that could not be submitted. @param sentence why, and the way out */
    public record Refused(String dossier, String nominee, String sentence) {}

    private final Dossiers dossiers;
    private final TaskService tasks;

    DraftSubmissions(Dossiers dossiers, TaskService tasks) {
        this.dossiers = dossiers;
        this.tasks = tasks;
    }

    /** @throws Refusal FORBIDDEN for all but the unit's people */
    public Outcome submit(String round, String campaign, String unit) {
        Actor.current().mustBeIn(Groups.ofUnit(campaign, unit), "Chỉ người của đơn vị được nộp hồ sơ của đơn vị.");
        var drafts = dossiers.of(round, DossierState.DRAFT).stream()
                .filter(dossier -> dossier.unit().equals(unit))
                .toList();
        var refused = new ArrayList<Refused>();
        var tried = drafts.subList(0, Math.min(MOST, drafts.size()));
        for (var draft : tried) {
            try {
                submit(draft);
            } catch (Refusal refusal) {
                refused.add(new Refused(draft.number(), draft.nomineeName(), refusal.sentence()));
            }
        }
        return new Outcome(tried.size() - refused.size(), refused, drafts.size() - tried.size());
    }

    private void submit(Dossier draft) {
        var task = tasks.createTaskQuery()
                .processInstanceBusinessKey(draft.number())
                .taskDefinitionKey("Task_ComposeDossier")
                .singleResult();
        if (task == null) {
            throw Refusal.conflict("no-task", "Hồ sơ không còn chờ nộp. Hãy tải lại trang.");
        }
        tasks.complete(task.getId());
    }
}
