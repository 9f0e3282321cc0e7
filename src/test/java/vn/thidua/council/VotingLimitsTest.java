package vn.thidua.council;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.thidua.organisation.Accounts;

/** Ballots still awaited are called to mind in their members' digests. */
class VotingLimitsTest extends CouncilScene {

    @Autowired
    private Accounts accounts;

    @Test
    void a_member_whose_ballot_is_awaited_is_reminded_and_nobody_else() {
        openRound(51);
        council(4);
        for (var member : List.of("m1", "m2", "m3")) {
            accounts.create(member, member, member + "@office.example", "Thidua@Test2026", Set.of(COUNCIL));
        }
        var ready = appraised(1);
        var key = sessions.open(round).key();
        office.as("secretary", SECRETARY, () -> sessions.prepare(key, until("15/12/2026 17:00")));
        voteAll(key, "m1", Vote.YES);
        as("m3", () -> sessions.declareConflict(key, ready.get(0), "Là vợ chồng"));
        office.travelTo("15/12/2026 09:00:00");

        assertThat(office.digestDays("m2@office.example")).containsExactly("08/12/2026", "14/12/2026", "15/12/2026");
        assertThat(office.digest("m2@office.example", "14/12/2026"))
                .contains(
                        "Phiên họp Hội đồng PH-2026-1 (Khen thưởng năm 2026): bỏ phiếu",
                        "trước 17:00:00 ngày 15/12/2026");
        assertThat(office.digestDays("m1@office.example")).isEmpty();
        assertThat(office.digestDays("m3@office.example")).isEmpty();
    }

    private static AgendaAnswer until(String moment) {
        return new AgendaAnswer(
                "15/12/2026",
                "08:30",
                "Phòng họp số 1",
                null,
                moment,
                null,
                List.of(),
                List.of(),
                null,
                List.of(),
                List.of());
    }
}
