package vn.thidua.council;

import java.util.Collection;

/** How this room moves the processes; the process door implements it. Every call joins the caller's transaction. */
public interface CouncilProcess {

    /** Starts the process of the sitting. */
    void start(CouncilSession session);

    /** The council didn't carry these dossiers: they are concluded and their processes end as not awarded. */
    void notCarried(Collection<String> dossiers);

    /** The sitting was called off with its round: its process ends. */
    void cancelled(CouncilSession session);
}
