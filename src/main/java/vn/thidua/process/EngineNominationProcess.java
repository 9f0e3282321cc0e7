package vn.thidua.process;

import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;
import vn.thidua.nomination.AwardRound;
import vn.thidua.nomination.Dossier;
import vn.thidua.nomination.DossierState;
import vn.thidua.nomination.Dossiers;
import vn.thidua.nomination.NominationProcess;
import vn.thidua.process.engine.EngineIdentity;

/** Moves the processes of rounds and dossiers; that every call joins the caller's transaction is kept by the engine. */
@Component
class EngineNominationProcess implements NominationProcess {

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final EngineIdentity identity;
    private final Dossiers dossiers;
    private final InHand inHand;
    private final Messages messages;
    private final Limits limits;

    EngineNominationProcess(
            RuntimeService runtime,
            TaskService tasks,
            EngineIdentity identity,
            Dossiers dossiers,
            InHand inHand,
            Messages messages,
            Limits limits) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.identity = identity;
        this.dossiers = dossiers;
        this.inHand = inHand;
        this.messages = messages;
        this.limits = limits;
    }

    @Override
    public void start(AwardRound round) {
        identity.doAsSystem(() -> runtime.startProcessInstanceByKey("AwardRound", round.key()));
    }

    @Override
    public void start(List<Dossier> created) {
        inHand.take(created);
        messages.inOneFlush(() -> {
            created.forEach(this::start);
            return created.size();
        });
    }

    private void start(Dossier dossier) {
        if (dossier.state() == DossierState.DRAFT)
            runtime.startProcessInstanceByKey("NominationDossier", dossier.number());
        else runtime.startProcessInstanceByMessage("dossier.handed-over", dossier.number());
    }

    @Override
    public void ended(Collection<String> numbers) {
        messages.send("dossier.ended", numbers);
    }

    @Override
    public void held(String number, long hold) {
        messages.begin("dossier.held", number, NominationFlow.HOLD, hold);
        limitMoved(number);
    }

    @Override
    public void limitMoved(String number) {
        inHand.forget();
        var limit = NominationFlow.limit(dossiers.get(number));
        identity.doAsSystem(() -> running(number)
                .ifPresent(process -> limits.move(process, NominationFlow.TIMERS, NominationFlow.LIMITED, limit)));
    }

    @Override
    public void lateRequested(String round, long permission) {
        messages.begin("round.late-requested", round, RoundFlow.PERMISSION, permission);
    }

    @Override
    public void windowMoved(AwardRound round) {
        inHand.forget();
        var drafts = dossiers.of(round.key(), DossierState.DRAFT).stream()
                .filter(dossier -> NominationFlow.limit(dossier) != null)
                .collect(toMap(Dossier::number, NominationFlow::limit));
        identity.doAsSystem(() -> {
            running(round.key())
                    .ifPresent(
                            process -> limits.move(process, Set.of("Event_WindowClosed"), Set.of(), round.closesAt()));
            limits.moveDueDates("Task_ComposeDossier", drafts);
        });
    }

    @Override
    public void passedOn(List<Dossier> passed, String groupBefore) {
        inHand.forget();
        identity.doAsSystem(() -> passed.forEach(dossier -> tasks.createTaskQuery()
                .processInstanceBusinessKey(dossier.number())
                .taskDefinitionKeyIn("Task_ComposeDossier", "Task_SupplementDossier")
                .list()
                .forEach(task -> Handover.hand(tasks, task, groupBefore, dossier.unitGroup()))));
    }

    @Override
    public void roundCancelled(String round) {
        messages.send("round.cancelled", round);
    }

    private Optional<String> running(String key) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(key).list().stream()
                .map(process -> process.getId())
                .findFirst();
    }
}
