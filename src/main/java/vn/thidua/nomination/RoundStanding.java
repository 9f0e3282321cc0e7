package vn.thidua.nomination;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * How a round stands now.
 *
 * @param counts dossiers by state, in the order of the states; states without any are left out
 * @param held how many of them are paused
 * @param running limits not yet met, the nearest first
 */
public record RoundStanding(AwardRound round, Map<DossierState, Integer> counts, int held, List<RunningLimit> running) {

    /**
     * A limit that is running.
     *
     * @param what in Vietnamese, e.g. "Tiếp nhận hồ sơ"
     * @param at the first instant that is late
     * @param dossiers how many it runs for; 0 where it is the round's own
     */
    public record RunningLimit(String what, Instant at, String basis, int dossiers) {}

    public int dossiers() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
}
