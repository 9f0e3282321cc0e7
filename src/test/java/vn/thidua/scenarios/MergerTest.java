package vn.thidua.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.campaign.CampaignPlan.AwardForm.BK_TINH;
import static vn.thidua.campaign.CampaignPlan.AwardForm.GK;
import static vn.thidua.campaign.NomineeKind.COLLECTIVE;
import static vn.thidua.support.Office.date;
import static vn.thidua.support.Office.unit;
import static vn.thidua.support.Office.unitGroup;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.thidua.audit.AuditTrail;
import vn.thidua.campaign.CampaignPlan.Occasion;
import vn.thidua.campaign.Campaigns;
import vn.thidua.campaign.DecisionAuthority;
import vn.thidua.decision.AwardDecision;
import vn.thidua.decision.AwardRegister;
import vn.thidua.decision.DocumentNumber;
import vn.thidua.decision.NumberAnswer;
import vn.thidua.decision.RegisterEntry;
import vn.thidua.nomination.DossierSight;
import vn.thidua.nomination.DossierState;
import vn.thidua.nomination.Nominations;
import vn.thidua.nomination.ReceiptAnswer;
import vn.thidua.submission.Part;

/** Scenario 14: on 01/07/2025 the districts are gone; what a unit owed, has begun and was awarded passes to its successor. */
class MergerTest extends AwardScenario {

    private static final String CAMPAIGN = "binh-phuoc";
    private static final String OLD = "huyen-loc-ninh";
    private static final String NEW = "xa-loc-ninh";
    private static final String OLD_GROUP = unitGroup(CAMPAIGN, OLD);
    private static final String NEW_GROUP = unitGroup(CAMPAIGN, NEW);

    private static final NumberAnswer NUMBER =
            new NumberAnswer(null, null, 1_420_000L, null, null, "Văn bản số 1/UBND");

    @Autowired
    private AwardRegister register;

    @Autowired
    private Nominations nominations;

    @Autowired
    private DossierSight sight;

    @Autowired
    private Campaigns campaigns;

    @Autowired
    private AuditTrail trail;

    private String round;

    private void before(String day) {
        office.adopt(CAMPAIGN, day, unit(OLD, "UBND huyện Lộc Ninh", "dia-phuong"));
        awards.council(CAMPAIGN, 3);
    }

    /** A window from today on that is still open after the merger. */
    private void beginRound() {
        round = awards.open(CAMPAIGN, Occasion.ANNUAL, 2025, date("20/07/2025"), BK_TINH, GK)
                .key();
    }

    private void merge() {
        office.enlist(
                CAMPAIGN,
                closed(OLD, "UBND huyện Lộc Ninh", NEW),
                unit(NEW, "UBND xã Lộc Thành", "dia-phuong", "01/07/2025"));
        office.travelTo("01/07/2025 08:00:00");
    }

    private static String closed(String code, String name, String successor) {
        return "%s,%s,dia-phuong,OTHER,,%s@unit.example,,01/07/2025,%s".formatted(code, name, code, successor);
    }

    private String draft() {
        return awards.draft(round, OLD, awards.content(CAMPAIGN, BK_TINH, COLLECTIVE, "Phòng Văn hóa"))
                .number();
    }

    @ParameterizedTest
    @ValueSource(strings = {"huyện Lộc Ninh", "xã Lộc Thành", "UBND HUYỆN LỘC NINH", "Phòng Văn hóa"})
    void an_award_stays_under_the_names_of_its_day_and_is_found_under_both(String text) {
        before("02/06/2025");
        var first = awards.open(CAMPAIGN, Occasion.ANNUAL, 2025, date("12/06/2025"), BK_TINH)
                .key();
        var dossier = awards.appraised(first, OLD, BK_TINH, COLLECTIVE, "Phòng Văn hóa")
                .number();
        toDecisions(first);
        var decision = awards.decisions(first).get(0).key();
        awards.sign(decision);
        awards.complete(
                decision,
                "Task_NumberDecision",
                new NumberAnswer(null, null, 7_020_000L, null, null, "Nghị định 98/2023/NĐ-CP"));
        merge();

        assertThat(register.search(CAMPAIGN, text))
                .singleElement()
                .satisfies(entry -> assertThat(entry)
                        .returns(dossier, RegisterEntry::dossier)
                        .returns("UBND huyện Lộc Ninh", RegisterEntry::unitName)
                        .returns(OLD, RegisterEntry::unit));
        assertThat(register.search(CAMPAIGN, "xã Lộc Tấn")).isEmpty();
        awards.asOfficer(
                NEW_GROUP,
                () -> assertThat(sight.visible(campaigns.get(CAMPAIGN)))
                        .as("its history is the successor's")
                        .extracting(each -> each.number())
                        .containsExactly(dossier));
    }

    @Test
    void what_the_closed_unit_owed_is_owed_by_its_successor() {
        before("02/06/2025");
        office.travelTo("30/06/2025 08:00:00");
        merge();
        office.travelTo("01/10/2025 12:00:00");

        assertThat(office.part("binh-phuoc/xa-loc-ninh/2025").state()).isEqualTo(Part.State.AWAITED);
        assertThat(office.exists("binh-phuoc/huyen-loc-ninh/2025")).isFalse();
    }

    @Test
    void a_draft_of_the_closed_unit_is_finished_and_submitted_by_its_successor() {
        before("16/06/2025");
        beginRound();
        var dossier = draft();
        merge();

        assertThat(candidates(dossier, "Task_ComposeDossier")).containsExactly(NEW_GROUP);
        var task = awards.task(dossier, "Task_ComposeDossier");
        refused(() -> awards.complete(task, "nguoi-cu", OLD_GROUP, null)).hasMessageContaining("được sửa hồ sơ này");
        awards.asOfficer(
                NEW_GROUP,
                () -> nominations.saveDraft(
                        dossier,
                        saying(
                                awards.content(CAMPAIGN, BK_TINH, COLLECTIVE, "Phòng Văn hóa"),
                                "Nộp thay đơn vị đã sáp nhập.")));
        awards.submit(dossier);
        awards.receive(dossier);

        assertThat(state(dossier)).isEqualTo(DossierState.IN_APPRAISAL);
        assertThat(awards.dossier(dossier).turnGroup()).isNotEqualTo(OLD_GROUP);
    }

    @Test
    void a_supplement_asked_of_the_closed_unit_comes_from_its_successor_which_may_also_withdraw() {
        before("16/06/2025");
        beginRound();
        var asked = awards.nominate(round, OLD, BK_TINH, COLLECTIVE, "Phòng Văn hóa")
                .number();
        var submitted = awards.nominate(round, OLD, BK_TINH, COLLECTIVE, "Phòng Kinh tế")
                .number();
        awards.complete(
                asked,
                "Task_ReceiveDossier",
                new ReceiptAnswer(
                        ReceiptAnswer.Decision.SUPPLEMENT, "Thiếu xác nhận", "Điều 6", "10/07/2025", List.of()));
        merge();

        assertThat(awards.dossier(asked).turnGroup()).isEqualTo(NEW_GROUP);
        awards.complete(asked, "Task_SupplementDossier", null);
        awards.asOfficer(NEW_GROUP, () -> nominations.withdraw(submitted, "Không còn tập thể này"));

        assertThat(awards.dossier(asked).version()).isEqualTo(2);
        assertThat(state(submitted)).isEqualTo(DossierState.WITHDRAWN);
        refused(() -> awards.asOfficer(OLD_GROUP, () -> nominations.withdraw(asked, "Không thuộc quyền")))
                .hasMessageContaining("được rút hồ sơ này");
    }

    @Test
    void a_giay_khen_that_the_head_of_the_closed_unit_would_have_given_is_the_successors_heads() {
        before("16/06/2025");
        beginRound();
        var dossier =
                awards.appraised(round, OLD, GK, COLLECTIVE, "Phòng Văn hóa").number();
        merge();
        toDecisions(round);
        var decision = awards.decisions(round).get(0);

        assertThat(decision.authority().group()).isEqualTo(NEW_GROUP);
        awards.issue(decision.key());
        assertThat(state(dossier)).isEqualTo(DossierState.AWARDED);
    }

    /** A Giấy khen of the old unit's head as far as its draft, and its decision; 21/06/2025. */
    private String giayKhenToDraft() {
        before("02/06/2025");
        round = awards.open(CAMPAIGN, Occasion.ANNUAL, 2025, date("20/06/2025"), GK)
                .key();
        awards.appraised(round, OLD, GK, COLLECTIVE, "Phòng Văn hóa");
        toDecisions(round);
        return awards.decisions(round).get(0).key();
    }

    @Test
    void a_draft_decision_of_the_closed_units_head_is_signed_and_numbered_by_its_successor() {
        var key = giayKhenToDraft();
        assertThat(candidates(key, "Task_DraftDecision")).containsExactly(OLD_GROUP);
        merge();

        assertThat(candidates(key, "Task_DraftDecision")).containsExactly(NEW_GROUP);
        var task = awards.task(key, "Task_DraftDecision");
        refused(() -> awards.complete(
                        task, "nguoi-cu", Set.of(OLD_GROUP), Map.of("answer", awards.write(awards.draft()))))
                .hasMessageContaining("được soạn thảo quyết định này");
        awards.sign(key);
        awards.complete(key, "Task_NumberDecision", NUMBER);

        assertThat(awards.decision(key).number())
                .returns("Thủ trưởng UBND xã Lộc Thành, Bình Phước", DocumentNumber::issuer)
                .returns("01/QĐ-UBND", DocumentNumber::text);
        assertThat(awards.decision(key).authority().name()).isEqualTo("Thủ trưởng UBND xã Lộc Thành");
        assertThat(trail.of(key))
                .filteredOn(entry -> entry.action().equals("decision.passed-on"))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.before()).contains("Thủ trưởng UBND huyện Lộc Ninh");
                    assertThat(entry.after()).contains("Thủ trưởng UBND xã Lộc Thành");
                });
    }

    @Test
    void what_the_closed_units_head_has_signed_stays_signed_and_is_carried_out_by_its_successor() {
        var key = giayKhenToDraft();
        awards.sign(key);
        merge();
        office.travelTo("02/07/2025 08:00:00");

        assertThat(candidates(key, "Task_NumberDecision")).containsExactly(NEW_GROUP);
        awards.complete(key, "Task_NumberDecision", NUMBER);
        awards.carryOut(key);

        assertThat(awards.decision(key))
                .returns(AwardDecision.State.HANDED_OVER, AwardDecision::state)
                .satisfies(decision -> assertThat(decision.authority())
                        .returns("Thủ trưởng UBND huyện Lộc Ninh", DecisionAuthority::name)
                        .returns(NEW_GROUP, DecisionAuthority::group));
        assertThat(trail.of(key))
                .filteredOn(entry -> entry.action().equals("decision.passed-on"))
                .as("once, however often the daily run comes by")
                .hasSize(1);
    }

    @Test
    void over_two_mergers_it_passes_to_the_unit_that_stands_and_without_one_it_stays() {
        before("16/06/2025");
        office.enlist(
                CAMPAIGN,
                unit(OLD, "UBND huyện Lộc Ninh", "dia-phuong"),
                unit("huyen-khac", "UBND huyện khác", "dia-phuong"));
        beginRound();
        var dossier = draft();
        var orphan = awards.draft(round, "huyen-khac", awards.content(CAMPAIGN, BK_TINH, COLLECTIVE, "Phòng Tư pháp"))
                .number();
        office.enlist(
                CAMPAIGN,
                closed(OLD, "UBND huyện Lộc Ninh", "xa-giua"),
                closed("xa-giua", "Xã giữa", NEW),
                closed("huyen-khac", "UBND huyện khác", ""),
                unit(NEW, "UBND xã Lộc Thành", "dia-phuong", "01/07/2025"));
        office.travelTo("01/07/2025 08:00:00");

        assertThat(awards.dossier(dossier).unitGroup()).isEqualTo(NEW_GROUP);
        assertThat(awards.dossier(orphan).unitGroup()).isEqualTo(unitGroup(CAMPAIGN, "huyen-khac"));
    }
}
