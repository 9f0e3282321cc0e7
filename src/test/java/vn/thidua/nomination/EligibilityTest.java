package vn.thidua.nomination;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.campaign.CampaignPlan.AwardForm.BK_TINH;
import static vn.thidua.campaign.CampaignPlan.AwardForm.BK_TTG;
import static vn.thidua.campaign.CampaignPlan.AwardForm.CO_CP;
import static vn.thidua.campaign.CampaignPlan.AwardForm.GK;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.thidua.campaign.AwardProcedure;
import vn.thidua.campaign.CampaignPlan.AwardForm;
import vn.thidua.campaign.CampaignPlan.Occasion;
import vn.thidua.campaign.NomineeKind;
import vn.thidua.nomination.ReceiptAnswer.OverrideAnswer;
import vn.thidua.nomination.RuleResult.Verdict;
import vn.thidua.support.Office;

/** Each rule of the list, met and not met, with its article; what a person may override and what not. */
class EligibilityTest extends NominationTest {

    @Test
    void the_list_names_every_rule_once_with_its_article_and_a_reason() {
        open();
        var number = submitted(bkTinh()).number();

        var results = eligibility.check(number);

        assertThat(results).extracting(RuleResult::rule).doesNotHaveDuplicates().hasSize(Rules.RULES.size());
        assertThat(results).allSatisfy(result -> {
            assertThat(result.name()).isNotBlank();
            assertThat(result.article()).isNotBlank();
            assertThat(result.reason()).isNotBlank();
        });
        assertThat(results).noneMatch(RuleResult::stands);
    }

    @Test
    void flags_are_for_collectives_and_nobody_overrides_that() {
        open(Occasion.FINAL_REVIEW, 2026, CO_CP);
        var number = submitted("binh-phuoc/2026-FINAL_REVIEW", content(CO_CP, person("Hoa")))
                .number();

        assertThat(rule(number, "kind-for-form").verdict()).isEqualTo(Verdict.OBJECTION);
        assertThat(rule(number, "kind-for-form").overridable()).isFalse();
        assertThat(refused(() -> receive(number)).code()).isEqualTo("objection");
        var overridden = receipt(new OverrideAnswer("kind-for-form", "Vẫn xét"));
        assertThat(refusedAs("minh", LEAD, () -> nominations.receive(number, overridden))
                        .code())
                .isEqualTo("not-overridable");
    }

    @Test
    void a_criteria_group_that_is_not_for_the_kind_can_be_overridden_by_a_person_who_signs() {
        open();
        var wrong = content(GK, person("Hoa"));
        var number = submitted(wrong.inGroup("a")).number();

        assertThat(rule(number, "criteria-group").verdict()).isEqualTo(Verdict.OBJECTION);
        assertThat(refused(() -> receive(number)).sentence()).contains("ghi lý do vẫn chấp nhận");
        assertThat(refusedAs(
                                "minh",
                                LEAD,
                                () -> nominations.receive(number, receipt(new OverrideAnswer("criteria-group", " "))))
                        .field())
                .isEqualTo("overrides[0].reason");
        as(
                "minh",
                LEAD,
                () -> nominations.receive(
                        number, receipt(new OverrideAnswer("criteria-group", "Xét theo nhóm của cơ quan"))));

        assertThat(rule(number, "criteria-group").override()).satisfies(override -> {
            assertThat(override.by()).isEqualTo("minh");
            assertThat(override.reason()).isEqualTo("Xét theo nhóm của cơ quan");
            assertThat(override.at()).isEqualTo(clock.instant());
        });
    }

    @Test
    void what_has_no_objection_is_not_overridden_nor_what_is_no_rule() {
        open();
        var number = submitted(bkTinh()).number();

        assertThat(refusedAs(
                                "minh",
                                LEAD,
                                () -> nominations.receive(number, receipt(new OverrideAnswer("components", "Đủ"))))
                        .code())
                .isEqualTo("nothing-to-override");
        assertThat(refusedAs("minh", LEAD, () -> nominations.receive(number, receipt(new OverrideAnswer("la", "Đủ"))))
                        .code())
                .isEqualTo("no-such-rule");
    }

    private static ReceiptAnswer receipt(OverrideAnswer override) {
        return new ReceiptAnswer(ReceiptAnswer.Decision.RECEIVE, null, null, null, List.of(override));
    }

    @Test
    void a_household_is_for_the_officer_to_place_because_the_plan_names_no_group_for_it() {
        open();
        var home = new NomineeEntry(
                null,
                false,
                NomineeKind.HOUSEHOLD,
                "Hộ ông Nguyễn Văn A",
                null,
                null,
                null,
                "so-tai-chinh",
                "Thôn Một");
        var number = submitted(content(GK, home)).number();

        assertThat(rule(number, "criteria-group").verdict()).isEqualTo(Verdict.ASK);
        receive(number);
    }

    @Test
    void the_confirmation_on_the_report_is_for_the_officer_to_see() {
        open();
        var number = submitted(bkTinh()).number();

        assertThat(rule(number, "report-confirmed").verdict()).isEqualTo(Verdict.ASK);
        assertThat(rule(number, "report-confirmed").reason()).contains("xác nhận của cấp trình");
    }

    @Test
    void a_plan_without_an_evidence_rule_asks_for_none() {
        adopt("son-la");
        var key = as("phong", campaigns.get("son-la").standingAgencyGroup(), () -> {
            var round = rounds.prepare("son-la", Occasion.ANNUAL, 2026, "Đợt");
            rounds.setTerms(round.key(), asProposed(round.terms()));
            return round.key();
        });
        var number = as(
                        "a",
                        "son-la.unit.so-y-te",
                        () -> nominations.create(key, "so-y-te", other(content(GK, person("Hoa"))), allFiles()))
                .number();

        assertThat(rule(number, "evidence").verdict()).isEqualTo(Verdict.NOT_APPLICABLE);
    }

    private static DossierContent other(DossierContent content) {
        return new DossierContent(
                content.form(),
                null,
                content.kind(),
                content.nominee(),
                content.criteriaGroup(),
                content.achievements(),
                true,
                content.managedByPartyCommittee(),
                null,
                content.summary(),
                content.countedAwards(),
                null,
                null);
    }

    @Test
    void an_achievement_is_rewarded_once_in_whatever_form() {
        open();
        var number = submitted(bkTinh()).number();
        awarded(number, "binh-phuoc/HS-2025-00007", "chuyển  đổi số toàn DIỆN", "VALID");

        var result = rule(number, "one-achievement");

        assertThat(result.verdict()).isEqualTo(Verdict.OBJECTION);
        assertThat(result.article()).isEqualTo("điểm c khoản 2 Điều 5 Luật Thi đua, khen thưởng");
        assertThat(result.reason())
                .contains("Chuyển đổi số toàn diện")
                .contains("Giấy khen")
                .contains("15/12/2025");
        assertThat(result.overridable()).isFalse();
        assertThat(refused(() -> receive(number)).code()).isEqualTo("objection");
    }

    @Test
    void another_achievement_of_the_same_nominee_is_fine_and_so_is_what_was_revoked() {
        open();
        var number = submitted(bkTinh()).number();
        awarded(number, "binh-phuoc/HS-2025-00007", "Phòng chống dịch", "VALID");
        assertThat(rule(number, "one-achievement").verdict()).isEqualTo(Verdict.MET);

        awarded(number, "binh-phuoc/HS-2025-00007", "Chuyển đổi số toàn diện", "REVOKED");
        assertThat(rule(number, "one-achievement").verdict()).isEqualTo(Verdict.MET);
        receive(number);
    }

    private void awarded(String number, String by, String title, String status) {
        var dossier = dossiers.get(number);
        var achievement = dossiers.achievements(number).get(0);
        past.awards.put(
                dossier.nominee(),
                List.of(new PastAward(
                        by,
                        GK,
                        Occasion.ANNUAL,
                        Office.date("15/12/2025"),
                        List.of(Achievement.key(title, achievement.from(), achievement.to())),
                        status)));
    }

    @Test
    void an_achievement_put_forward_in_two_dossiers_is_objected_to_until_one_is_taken_back() {
        open();
        var bk = submitted(bkTinh()).number();
        var gk = submitted(content(GK, collective("Phòng Công nghệ", "so-tai-chinh")))
                .number();

        assertThat(rule(bk, "one-achievement-pending").verdict()).isEqualTo(Verdict.OBJECTION);
        assertThat(rule(bk, "one-achievement-pending").reason()).contains(gk).contains("Giấy khen");
        as("lan", FINANCE, () -> nominations.withdraw(gk, "Trùng"));
        assertThat(rule(bk, "one-achievement-pending").verdict()).isEqualTo(Verdict.MET);
    }

    @Test
    void campaign_awards_do_not_count_for_others() {
        open();
        var plain = bkTinh();
        var counting = new DossierContent(
                plain.form(),
                null,
                plain.kind(),
                plain.nominee(),
                "a",
                plain.achievements(),
                false,
                false,
                null,
                plain.summary(),
                List.of("binh-phuoc/HS-2025-00007"),
                null,
                null);
        var number = submitted(counting).number();

        assertThat(rule(number, "campaign-not-merit").verdict()).isEqualTo(Verdict.ASK);
        awarded(number, "binh-phuoc/HS-2025-00007", "Phòng chống dịch", "VALID");

        var result = rule(number, "campaign-not-merit");
        assertThat(result.verdict()).isEqualTo(Verdict.OBJECTION);
        assertThat(result.article()).isEqualTo("khoản 3 Điều 4 Nghị định 152/2025/NĐ-CP");
        assertThat(refused(() -> receive(number)).code()).isEqualTo("objection");
    }

    @Test
    void a_hold_is_an_objection_by_article_4_4() {
        open();
        var number = submitted(bkTinh()).number();
        as("minh", LEAD, () -> holds.hold(number, Hold.Kind.COMPLAINT, "Đơn tố cáo", null));

        var result = rule(number, "hold");

        assertThat(result.verdict()).isEqualTo(Verdict.OBJECTION);
        assertThat(result.article()).isEqualTo("khoản 4 Điều 4 Nghị định 152/2025/NĐ-CP");
        assertThat(result.reason()).contains("khiếu nại, tố cáo").contains("Đơn tố cáo");
    }

    @Test
    void achievements_of_a_state_award_ended_at_most_six_months_before_the_provinces_submission() {
        at("18/11/2026 08:00:00");
        var round = open(Occasion.INTERIM_REVIEW, 2026).key();
        var inTime = submitted(round, content(BK_TTG, person("Một"), "Số hóa", "01/01/2025", "18/05/2026"));
        var late = submitted(round, content(BK_TTG, person("Hai"), "Số hóa", "01/01/2025", "17/05/2026"));
        var sevenMonths = submitted(round, content(BK_TTG, person("Ba"), "Số hóa", "01/01/2025", "18/04/2026"));
        var ofTheProvince = submitted(round, content(BK_TINH, person("Bốn"), "Số hóa", "01/01/2025", "18/04/2026"));

        assertThat(rule(inTime.number(), "six-months").verdict()).isEqualTo(Verdict.MET);
        assertThat(rule(late.number(), "six-months").verdict()).isEqualTo(Verdict.OBJECTION);
        assertThat(rule(sevenMonths.number(), "six-months")).satisfies(result -> {
            assertThat(result.verdict()).isEqualTo(Verdict.OBJECTION);
            assertThat(result.article()).isEqualTo("khoản 9 Điều 33 Nghị định 152/2025/NĐ-CP");
            assertThat(result.reason()).contains("18/04/2026").contains("18/10/2026");
            assertThat(result.overridable()).isFalse();
        });
        assertThat(rule(ofTheProvince.number(), "six-months").verdict()).isEqualTo(Verdict.NOT_APPLICABLE);
        at("19/11/2026");
        assertThat(rule(inTime.number(), "six-months").verdict()).isEqualTo(Verdict.OBJECTION);
    }

    @Test
    void the_latest_of_several_achievements_counts() {
        at("18/11/2026 08:00:00");
        var round = open(Occasion.INTERIM_REVIEW, 2026).key();
        var one = content(BK_TTG, person("Một"), "Số hóa", "01/01/2024", "31/12/2024");
        var number = drafted(round, one).number();
        as("lan", FINANCE, () -> nominations.saveDraft(number, withAlso(one, "Dữ liệu", "01/01/2025", "30/10/2026")));
        as("lan", FINANCE, () -> nominations.submit(number));

        assertThat(rule(number, "six-months").verdict()).isEqualTo(Verdict.MET);
    }

    private static DossierContent withAlso(DossierContent content, String title, String from, String to) {
        return new DossierContent(
                content.form(),
                content.grade(),
                content.kind(),
                content.nominee(),
                content.criteriaGroup(),
                List.of(content.achievements().get(0), new AchievementEntry(title, from, to, "")),
                false,
                false,
                null,
                content.summary(),
                null,
                null,
                null);
    }

    @Test
    void the_party_committees_opinion_is_called_for_where_a_person_it_manages_is_put_forward_to_the_state() {
        at("18/11/2026 08:00:00");
        var round = open(Occasion.INTERIM_REVIEW, 2026).key();
        var managed = submitted(round, managed(content(BK_TTG, person("Giám đốc"))));
        var others = submitted(round, content(BK_TTG, person("Chuyên viên")));
        var ofTheProvince = submitted(round, managed(content(BK_TINH, person("Phó Giám đốc"))));

        assertThat(rule(managed.number(), "party-opinion").verdict()).isEqualTo(Verdict.ASK);
        assertThat(rule(managed.number(), "party-opinion").article()).contains("khoản 2 Điều 33");
        assertThat(rule(others.number(), "party-opinion").verdict()).isEqualTo(Verdict.NOT_APPLICABLE);
        assertThat(rule(ofTheProvince.number(), "party-opinion").verdict()).isEqualTo(Verdict.NOT_APPLICABLE);
    }

    private static DossierContent managed(DossierContent content) {
        return new DossierContent(
                content.form(),
                content.grade(),
                content.kind(),
                content.nominee(),
                content.criteriaGroup(),
                content.achievements(),
                false,
                true,
                null,
                content.summary(),
                null,
                null,
                null);
    }

    @Test
    void more_than_was_allocated_to_the_unit_is_objected_to_and_a_person_may_let_it_pass() {
        var round = prepared(Occasion.ANNUAL, 2026);
        as("chuyen-vien", STANDING, () -> rounds.setTerms(ROUND, asProposed(round.terms())));
        as(
                "thuong-truc",
                ALLOCATORS,
                () -> rounds.allocate(
                        ROUND,
                        new AllocationAnswer(
                                List.of(
                                        new QuotaAllocation(BK_TINH, NomineeKind.COLLECTIVE, "so-tai-chinh", 1),
                                        new QuotaAllocation(BK_TINH, NomineeKind.INDIVIDUAL, "so-y-te", 1)),
                                null)));
        var first = submitted(bkTinh()).number();
        assertThat(rule(first, "allocation").verdict()).isEqualTo(Verdict.MET);

        var second = submitted(content(BK_TINH, collective("Phòng Hai", "so-tai-chinh")))
                .number();
        var unnamed = submitted(content(BK_TINH, person("Hoa"))).number();

        assertThat(rule(second, "allocation").reason()).contains("được phân bổ 1 tập thể, đã đề nghị 2");
        assertThat(rule(unnamed, "allocation").reason()).contains("được phân bổ 0 cá nhân, đã đề nghị 1");
        assertThat(rule(submitted(content(GK, person("Lan"))).number(), "allocation")
                        .verdict())
                .isEqualTo(Verdict.NOT_APPLICABLE);
        as(
                "minh",
                LEAD,
                () -> nominations.receive(
                        second, receipt(new OverrideAnswer("allocation", "Sở Y tế nhường chỉ tiêu"))));
        assertThat(dossiers.get(second).state()).isEqualTo(DossierState.IN_APPRAISAL);
    }

    @Test
    void a_form_whose_numbers_are_not_allocated_yet_may_wait() {
        var round = open(Occasion.FINAL_REVIEW, 2026).key();
        var number = submitted(round, bkTinh()).number();

        assertThat(rule(number, "quota").verdict()).isEqualTo(Verdict.ASK);
        assertThat(rule(number, "quota").reason())
                .contains("chưa được phân bổ số lượng")
                .contains("vẫn được tiếp nhận");
        assertThat(rule(number, "quota").article()).isEqualTo("mục IV.2.c Kế hoạch");
        receive(number);
    }

    @Test
    void under_a_law_whose_text_is_not_in_the_system_an_officer_looks_it_up() {
        at("30/06/2025 08:00:00");
        adopt("binh-dinh");
        var key = as("phong", campaigns.get("binh-dinh").standingAgencyGroup(), () -> {
            var round = rounds.prepare("binh-dinh", Occasion.ANNUAL, 2025, "Đợt");
            rounds.setTerms(round.key(), asProposed(round.terms()));
            return round.key();
        });
        var content = content(GK, person("Hoa"), "Số hóa", "01/01/2025", "01/06/2025");
        var number = as("a", "binh-dinh.unit.so-y-te", () -> {
            var draft =
                    nominations.create(key, "so-y-te", content, files(AwardProcedure.LETTER, AwardProcedure.REPORT));
            nominations.submit(draft.number());
            return draft.number();
        });
        as("phong", dossiers.get(number).leadGroup(), () -> holds.hold(number, Hold.Kind.PRESS, "Báo nêu", null));

        assertThat(rule(number, "hold").verdict()).isEqualTo(Verdict.ASK);
        assertThat(rule(number, "hold").reason())
                .contains("Nghị định 98/2023/NĐ-CP")
                .contains("chưa có trong hệ thống");
        assertThat(rule(number, "rule-pack").verdict()).isEqualTo(Verdict.ASK);
    }

    @Test
    void the_rules_of_a_draft_are_judged_for_the_unit_and_those_of_what_was_submitted_for_others() {
        open();
        var number = submitted(bkTinh()).number();
        as("minh", LEAD, () -> nominations.receive(number, supplement("12/11/2026")));
        as("lan", FINANCE, () -> nominations.saveDraft(number, bkTinh().inGroup("d")));

        assertThat(as("lan", FINANCE, () -> rule(number, "criteria-group")).verdict())
                .isEqualTo(Verdict.OBJECTION);
        assertThat(as("minh", LEAD, () -> rule(number, "criteria-group")).verdict())
                .isEqualTo(Verdict.MET);
    }

    @Test
    void every_form_has_its_required_components_judged() {
        for (var form : AwardForm.values()) {
            open(Occasion.AD_HOC, 2026, form);
        }
        var rounds = this.rounds.of(PROVINCE);
        for (var round : rounds) {
            var form = round.terms().forms().get(0);
            var number = as(
                            "lan",
                            FINANCE,
                            () -> nominations.create(
                                    round.key(),
                                    "so-tai-chinh",
                                    content(form, collective("Phòng " + form, "so-tai-chinh"))))
                    .number();
            assertThat(rule(number, "components").verdict()).as(form.name()).isEqualTo(Verdict.OBJECTION);
            as("lan", FINANCE, () -> nominations.attach(number, filesFor(form)));
            assertThat(rule(number, "components").verdict()).as(form.name()).isEqualTo(Verdict.MET);
        }
        assertThat(rounds).hasSize(AwardForm.values().length);
    }
}
