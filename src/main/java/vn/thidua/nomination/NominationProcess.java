package vn.thidua.nomination;

import java.util.Collection;
import java.util.List;

/** How this room moves the processes; the process door implements it. Every call joins the caller's transaction. */
public interface NominationProcess {

    /** A round was prepared: its process begins. */
    void start(AwardRound round);

    /** Dossiers were created: each gets its process. One that is already SUBMITTED (handed over from below) begins at its receipt. */
    void start(List<Dossier> dossiers);

    /** The unit took them back, or nothing is considered any more: the processes end. */
    void ended(Collection<String> numbers);

    /** The dossier is paused by this hold: its timers stop until the last hold is lifted. */
    void held(String number, long hold);

    /** The dossier's running limit is now {@link Dossier#limitAt}, or it is no longer paused: its timers follow. */
    void limitMoved(String number);

    /** A unit asks to nominate late. */
    void lateRequested(String round, long permission);

    /** The window closes at another moment: the timer follows. */
    void windowMoved(AwardRound round);

    /** The dossiers of a closed unit are its successor's: so are the tasks that were for the people of the group before. */
    void passedOn(List<Dossier> dossiers, String groupBefore);

    /** The round was called off: its process ends. */
    void roundCancelled(String round);
}
