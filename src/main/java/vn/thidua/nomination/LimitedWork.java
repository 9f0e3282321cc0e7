package vn.thidua.nomination;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Work of award rounds, besides the dossiers themselves, on which a limit runs; each room knows its own. */
public interface LimitedWork {

    /** What is late by the moment or will be, in as many statements for much as for little; nothing that is paused. */
    List<Running> running(Instant before);

    /**
     * One matter whose limit runs.
     *
     * @param round key of the award round it belongs to
     * @param groups whose turn it is; empty where it is that of some people only
     * @param people ids of the accounts whose turn it is, besides the groups
     * @param matter what it is about, in Vietnamese
     * @param what is to be done, in Vietnamese; the same words for all matters of a kind
     * @param limitAt the first late instant
     * @param basis the provision or document that sets the limit
     * @param page where it is seen, the path of an address
     */
    record Running(
            String campaign,
            String round,
            Set<String> groups,
            Set<String> people,
            String matter,
            String what,
            Instant limitAt,
            @Nullable String basis,
            String page) {}
}
