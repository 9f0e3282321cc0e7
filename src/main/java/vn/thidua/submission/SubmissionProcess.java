package vn.thidua.submission;

import java.util.List;

/** How this room moves the processes; the process door implements it. Every call joins the caller's transaction. */
public interface SubmissionProcess {

    /** Starts one process per obligation. */
    void start(List<Obligation> opened);

    /** The part was handed in: the unit's task is done. */
    void handedIn(Obligation obligation, String addressee);

    /** The part was accepted or returned: the reviewer's task is done. */
    void reviewed(Obligation obligation, String addressee);

    /** The unit took the part back before it was reviewed. */
    void withdrawn(Obligation obligation, String addressee);

    /** The deadline of the part has moved: timer and due date go with it. */
    void deadlineMoved(Obligation obligation, Part part);

    /** Another unit now owes it: the open tasks go to its people. */
    void ownerChanged(Obligation obligation);

    /** Nothing is owed any more: the process ends. */
    void ended(Obligation obligation);

    /** Duties may have become due to open: a run looks now instead of tomorrow morning. */
    void lookForDuties();
}
