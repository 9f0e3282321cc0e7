package vn.thidua.decision;

import java.util.Collection;

/** How this room moves the processes; the process door implements it. Every call joins the caller's transaction. */
public interface DecisionProcess {

    void start(AwardDecision decision);

    void start(SuperiorSubmission submission);

    void start(Revocation revocation);

    /** Every case was withdrawn before anybody signed: the process ends. */
    void ended(AwardDecision decision);

    /** Every case was withdrawn before the letter was sent: the process ends. */
    void ended(SuperiorSubmission submission);

    /**
     * The decisions and revocations, by key, are a successor's from now on: so are the open tasks of the group before.
     */
    void passedOn(Collection<String> keys, String before, String after);

    /** These dossiers have been awarded or refused: their processes end. */
    void concluded(Collection<String> dossiers);

    /** Every case of the submission has the superior's outcome, or was returned. */
    void outcomeArrived(String submission);

    /** Nothing of the round is left to decide, hand over or hear about. */
    void roundConcluded(String round);
}
