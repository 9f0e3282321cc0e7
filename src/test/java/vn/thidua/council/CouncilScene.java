package vn.thidua.council;

import static vn.thidua.support.Office.unit;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import vn.thidua.act.Actor;
import vn.thidua.campaign.ThresholdBase;
import vn.thidua.nomination.Dossier;
import vn.thidua.nomination.DossierState;
import vn.thidua.nomination.Dossiers;
import vn.thidua.nomination.RoundTerms;
import vn.thidua.organisation.CouncilMember.Seat;
import vn.thidua.support.AwardScene;
import vn.thidua.support.ThiDuaTest;

/** A council of Bình Phước over the dossiers of an annual round; the clock stands at 08:00 on 05/12/2026. */
abstract class CouncilScene extends ThiDuaTest {

    static final String CAMPAIGN = "binh-phuoc";
    static final String SECRETARY = "binh-phuoc.council-secretary";
    static final String COUNCIL = "binh-phuoc.council";

    @Autowired
    CouncilSessions sessions;

    @Autowired
    Dossiers dossiers;

    @Autowired
    AwardScene scene;

    final List<Long> members = new ArrayList<>();
    String round = "";

    @BeforeEach
    void adopt() {
        members.clear();
        office.adopt(
                CAMPAIGN,
                "05/12/2026",
                unit("so-y-te", "Sở Y tế", "so-ban-nganh"),
                unit("so-tai-chinh", "Sở Tài chính", "so-ban-nganh"));
    }

    void round(RoundTerms terms) {
        round = scene.round(CAMPAIGN, "binh-phuoc.so-noi-vu", terms);
    }

    /** Open votes, the share of all members. */
    void openRound(@Nullable Integer percent) {
        round(AwardScene.terms(percent, ThresholdBase.ALL_MEMBERS, false, false));
    }

    void secretRound(@Nullable Integer percent) {
        round(AwardScene.terms(percent, ThresholdBase.ALL_MEMBERS, true, false));
    }

    /** Members m1 (the chair), m2 (the deputy), m3 …, all with an account and none of a unit. */
    void council(int size) {
        for (int i = 1; i <= size; i++) {
            var seat = i == 1 ? Seat.CHAIR : i == 2 ? Seat.DEPUTY_CHAIR : Seat.MEMBER;
            members.add(scene.member(CAMPAIGN, "m" + i, "Thành viên " + i, seat, null));
        }
    }

    List<String> appraised(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> scene.individual(round, i, "so-y-te", "Người thứ " + i, DossierState.APPRAISED))
                .toList();
    }

    /** Opens the sitting and calls everybody; ballots are taken until 17:00 of the day. */
    String called() {
        var key = sessions.open(round).key();
        prepare(key);
        return key;
    }

    void prepare(String key) {
        office.as("secretary", SECRETARY, () -> sessions.prepare(key, agenda()));
    }

    static AgendaAnswer agenda() {
        return agenda(List.of(), List.of());
    }

    static AgendaAnswer agenda(
            List<AgendaAnswer.MemberDossier> conflicts, List<AgendaAnswer.MemberDossier> clearances) {
        return new AgendaAnswer(
                "05/12/2026",
                "08:30",
                "Phòng họp số 1",
                null,
                "05/12/2026 17:00",
                null,
                List.of(),
                List.of(),
                null,
                conflicts,
                clearances);
    }

    void vote(String key, String member, BallotAnswer answer) {
        as(member, () -> sessions.vote(key, member, answer));
    }

    void voteAll(String key, String member, Vote vote) {
        vote(key, member, ballot(key, member, dossier -> vote));
    }

    void votes(String key, Vote vote, int from, int to) {
        for (int i = from; i <= to; i++) voteAll(key, "m" + i, vote);
    }

    BallotAnswer ballot(String key, String member, Function<String, Vote> choice) {
        return new BallotAnswer(sessions.ballot(key, member).stream()
                .map(item -> new DossierVote(item.dossier(), choice.apply(item.dossier()), null))
                .toList());
    }

    /** Nobody else's ballot comes: the votes are counted once it is 17:00. */
    void count(String key) {
        count(key, new PostalAnswer(List.of(), List.of(), List.of(), true));
    }

    void count(String key, PostalAnswer answer) {
        office.travelTo("05/12/2026 17:00:00");
        office.as("secretary", SECRETARY, () -> sessions.enterPostal(key, answer));
    }

    void as(String member, Runnable work) {
        new Actor(member, Set.of(COUNCIL)).act(() -> {
            work.run();
            return true;
        });
    }

    void signed(String key) {
        check(key);
        as("m1", () -> sessions.sign(key, new SignMinutesAnswer(true, null)));
    }

    void check(String key) {
        office.as(
                "secretary",
                SECRETARY,
                () -> sessions.check(key, new MinutesAnswer("08:30", "11:00", null, "Hội đồng thống nhất.")));
    }

    Dossier dossier(String number) {
        return dossiers.get(number);
    }
}
