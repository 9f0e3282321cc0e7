package vn.thidua.nomination;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.campaign.CampaignPlan.AwardForm.BK_TINH;
import static vn.thidua.campaign.CampaignPlan.AwardForm.CO_TINH;
import static vn.thidua.campaign.CampaignPlan.AwardForm.GK;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.thidua.act.Actor;
import vn.thidua.campaign.CampaignPlan.AwardForm;
import vn.thidua.campaign.CampaignPlan.Occasion;
import vn.thidua.campaign.NomineeKind;
import vn.thidua.nomination.AwardRound.State;
import vn.thidua.support.Office;

/** Rounds: what plans propose, who opens and closes them, what comes when. */
class AwardRoundsTest extends NominationTest {

    @ParameterizedTest
    @CsvSource({
        "binh-phuoc, ANNUAL, BK_TINH GK",
        "binh-phuoc, INTERIM_REVIEW, HCLD BK_TTG BK_TINH GK",
        "binh-phuoc, FINAL_REVIEW, HCLD BK_TTG BK_TINH GK",
        "binh-dinh, ANNUAL, GK",
        "binh-dinh, INTERIM_REVIEW, GK",
        "binh-dinh, FINAL_REVIEW, HCLD CO_CP BK_TTG CO_TINH BK_TINH GK",
        "son-la, ANNUAL, GK",
        "son-la, INTERIM_REVIEW, BK_TINH GK",
        "son-la, FINAL_REVIEW, HCLD CO_CP BK_TTG CO_TINH BK_TINH GK",
        "binh-chuong, ANNUAL, GK BK_TINH",
        "quang-trach, ANNUAL, GK",
        "quang-trach, FINAL_REVIEW, HCLD CO_CP BK_TTG CO_TINH BK_TINH GK",
        "binh-phuoc, AD_HOC, ''"
    })
    void each_plan_proposes_the_forms_it_names_each_with_its_clause(String campaign, Occasion occasion, String forms) {
        if (!campaign.equals(PROVINCE)) adopt(campaign);

        var terms = rounds.proposal(campaign, occasion, 2027);

        var named = forms.isEmpty()
                ? List.<AwardForm>of()
                : List.of(forms.split(" ")).stream().map(AwardForm::valueOf).toList();
        assertThat(terms.forms()).containsExactlyElementsOf(named);
        assertThat(named)
                .allSatisfy(form -> assertThat(terms.basis().get(form.name()))
                        .startsWith("mục ")
                        .endsWith(" Kế hoạch"));
        assertThat(terms.council()).isEqualTo(named.stream().anyMatch(form -> form != GK));
        assertThat(terms.unitGroups())
                .containsExactlyInAnyOrderElementsOf(
                        campaigns.get(campaign).plan().groupIds());
    }

    @Test
    void an_annual_window_closes_with_the_units_report_and_the_rest_is_counted_in_working_days() {
        var terms = rounds.proposal(PROVINCE, Occasion.ANNUAL, 2026);

        assertThat(terms.opensOn()).isEqualTo(Office.date("05/11/2026"));
        assertThat(terms.closesOn()).isEqualTo(Office.date("19/11/2026"));
        assertThat(terms.basis().get("closesOn")).isEqualTo("cùng hạn báo cáo định kỳ tại mục VI.1 Kế hoạch");
        assertThat(terms.appraisalDue()).isEqualTo(Office.date("04/01/2027"));
    }

    @Test
    void where_the_plan_gives_no_day_the_default_says_that_it_is_one() {
        adopt("binh-dinh");

        var terms = rounds.proposal("binh-dinh", Occasion.ANNUAL, 2026);

        assertThat(terms.closesOn()).isEqualTo(Office.date("05/12/2026"));
        assertThat(terms.basis().get("closesOn")).contains("mặc định của hệ thống");
    }

    @Test
    void the_standing_agency_prepares_a_round_and_nobody_else() {
        assertThat(refusedAs("lan", FINANCE, () -> rounds.prepare(PROVINCE, Occasion.ANNUAL, 2026, "Đợt"))
                        .kind()
                        .status())
                .isEqualTo(403);

        var round = prepared(Occasion.ANNUAL, 2026);

        assertThat(round.key()).isEqualTo(ROUND);
        assertThat(round.state()).isEqualTo(State.PREPARED);
        assertThat(round.leadGroup()).isEqualTo(LEAD);
        assertThat(process.told).containsExactly("start " + ROUND);
        assertThat(audited()).contains("round.prepared");
    }

    @Test
    void an_occasion_has_one_round_a_year_but_for_what_comes_unexpected() {
        prepared(Occasion.ANNUAL, 2026);

        assertThat(refused(() -> prepared(Occasion.ANNUAL, 2026)).code()).isEqualTo("round-exists");
        assertThat(prepared(Occasion.AD_HOC, 2026).key()).isEqualTo("binh-phuoc/2026-AD_HOC");
        assertThat(prepared(Occasion.AD_HOC, 2026).key()).isEqualTo("binh-phuoc/2026-AD_HOC-2");
        assertThat(prepared(Occasion.ANNUAL, 2027).key()).isEqualTo("binh-phuoc/2027-ANNUAL");
    }

    @Test
    void a_cancelled_round_can_be_prepared_again() {
        prepared(Occasion.ANNUAL, 2026);
        as("chuyen-vien", STANDING, () -> rounds.cancel(ROUND, "Lập nhầm", "02/TB-SNV"));

        assertThat(prepared(Occasion.ANNUAL, 2026).key()).isEqualTo("binh-phuoc/2026-ANNUAL-2");
    }

    @Test
    void a_round_needs_a_name_and_a_year_of_the_campaign() {
        assertThat(refusedAs("chuyen-vien", STANDING, () -> rounds.prepare(PROVINCE, Occasion.ANNUAL, 2026, " "))
                        .field())
                .isEqualTo("name");
        assertThat(refused(() -> prepared(Occasion.ANNUAL, 2031)).field()).isEqualTo("year");
        assertThat(refused(() -> prepared(Occasion.ANNUAL, 2024)).field()).isEqualTo("year");
    }

    @Test
    void terms_open_the_round_or_have_its_numbers_allocated_first() {
        var annual = prepared(Occasion.ANNUAL, 2026);
        as("chuyen-vien", STANDING, () -> rounds.setTerms(ROUND, asProposed(annual.terms())));

        assertThat(rounds.get(ROUND).state()).isEqualTo(State.ALLOCATING);
        assertThat(rounds.numbersToAllocate(ROUND)).isTrue();

        var onlyGk = prepared(Occasion.AD_HOC, 2026);
        as(
                "chuyen-vien",
                STANDING,
                () -> rounds.setTerms(onlyGk.key(), answer(onlyGk.terms(), List.of(GK), Map.of("GK", "15/CV-UBND"))));

        assertThat(rounds.get(onlyGk.key()).state()).isEqualTo(State.OPEN);
        assertThat(rounds.numbersToAllocate(onlyGk.key())).isFalse();
    }

    @Test
    void terms_are_set_once_by_the_standing_agency() {
        var round = prepared(Occasion.ANNUAL, 2026);
        var answer = asProposed(round.terms());

        assertThat(refusedAs("lan", FINANCE, () -> rounds.setTerms(ROUND, answer))
                        .kind()
                        .status())
                .isEqualTo(403);
        as("chuyen-vien", STANDING, () -> rounds.setTerms(ROUND, answer));
        assertThat(refusedAs("chuyen-vien", STANDING, () -> rounds.setTerms(ROUND, answer))
                        .code())
                .isEqualTo("round-state");
    }

    @Test
    void a_form_the_plan_does_not_name_needs_a_document() {
        var round = prepared(Occasion.ANNUAL, 2026);
        var without = answer(round.terms(), List.of(CO_TINH), Map.of());

        var refusal = refusedAs("chuyen-vien", STANDING, () -> rounds.setTerms(ROUND, without));

        assertThat(refusal.code()).isEqualTo("form-without-basis");
        assertThat(refusal.sentence()).contains("Cờ thi đua của UBND tỉnh").contains("hằng năm");
        as(
                "chuyen-vien",
                STANDING,
                () -> rounds.setTerms(ROUND, answer(round.terms(), List.of(CO_TINH), Map.of("CO_TINH", "15/CV-UBND"))));
        assertThat(rounds.get(ROUND).terms().basis()).containsEntry("CO_TINH", "15/CV-UBND");
    }

    @ParameterizedTest
    @CsvSource({
        "opensOn, 32/01/2026",
        "closesOn, 04/11/2026",
        "closesOn, 06/11/2026",
        "appraisalDue, 18/11/2026",
        "councilOn, 01/12/2026",
        "quorumPercent, 101",
        "thresholdPercent, 0"
    })
    void terms_are_refused_by_field(String field, String value) {
        var round = prepared(Occasion.ANNUAL, 2026);
        var terms = round.terms();
        var answer = new TermsAnswer(
                terms.forms(),
                terms.unitGroups(),
                field.equals("opensOn") ? value : "10/11/2026",
                field.equals("closesOn") ? value : "19/11/2026",
                field.equals("appraisalDue") ? value : "31/12/2026",
                field.equals("councilOn") ? value : "10/01/2027",
                true,
                field.equals("quorumPercent") ? Integer.parseInt(value) : 67,
                field.equals("thresholdPercent") ? Integer.valueOf(value) : Integer.valueOf(51),
                terms.thresholdBase(),
                true,
                false,
                Map.of());

        assertThat(refusedAs("chuyen-vien", STANDING, () -> rounds.setTerms(ROUND, answer))
                        .field())
                .isEqualTo(field);
    }

    @Test
    void the_standing_body_allocates_within_the_quota() {
        allocating();

        as("thuong-truc", ALLOCATORS, () -> rounds.allocate(ROUND, numbers(BK_TINH, "so-tai-chinh", 4, "so-y-te", 6)));

        assertThat(rounds.get(ROUND).state()).isEqualTo(State.OPEN);
        assertThat(rounds.allocations(ROUND)).hasSize(2);
    }

    @Test
    void allocation_refuses_too_many_strangers_and_what_is_not_limited() {
        allocating();

        assertThat(refusedAs("lan", FINANCE, () -> rounds.allocate(ROUND, numbers(BK_TINH, "so-y-te", 1, "cong-ty", 1)))
                        .kind()
                        .status())
                .isEqualTo(403);
        assertThat(allocationRefused(numbers(BK_TINH, "so-y-te", 6, "cong-ty", 5)))
                .isEqualTo("allocation-sum");
        assertThat(allocationRefused(numbers(BK_TINH, "so-y-te", 1, "so-la", 5)))
                .isEqualTo("allocation-unit");
        assertThat(allocationRefused(numbers(BK_TINH, "so-y-te", 1, "so-y-te", 5)))
                .isEqualTo("allocation-twice");
        assertThat(allocationRefused(numbers(BK_TINH, "so-y-te", -1, "cong-ty", 5)))
                .isEqualTo("allocation-number");
        assertThat(allocationRefused(numbers(GK, "so-y-te", 1, "cong-ty", 1))).isEqualTo("allocation-form");
        assertThat(allocationRefused(new AllocationAnswer(List.of(), " "))).isEqualTo("required");
        assertThat(rounds.get(ROUND).state()).isEqualTo(State.ALLOCATING);
    }

    private void allocating() {
        var round = prepared(Occasion.ANNUAL, 2026);
        as("chuyen-vien", STANDING, () -> rounds.setTerms(ROUND, asProposed(round.terms())));
    }

    private String allocationRefused(AllocationAnswer answer) {
        return refusedAs("thuong-truc", ALLOCATORS, () -> rounds.allocate(ROUND, answer))
                .code();
    }

    private static AllocationAnswer numbers(AwardForm form, String one, int many, String other, int more) {
        return new AllocationAnswer(
                List.of(
                        new QuotaAllocation(form, NomineeKind.COLLECTIVE, one, many),
                        new QuotaAllocation(form, NomineeKind.COLLECTIVE, other, more)),
                null);
    }

    @Test
    void the_window_closes_at_midnight_after_its_last_day_and_not_a_second_before() {
        open();
        at("19/11/2026 23:59:59");
        assertThat(refused(() -> rounds.closeWindow(ROUND)).code()).isEqualTo("window-open");

        at("20/11/2026");
        rounds.closeWindow(ROUND);

        assertThat(rounds.get(ROUND).state()).isEqualTo(State.CLOSED);
        assertThat(refused(() -> rounds.closeWindow(ROUND)).code()).isEqualTo("round-state");
    }

    @Test
    void the_window_can_be_moved_while_it_is_open_and_drafts_follow() {
        open();
        var draft = drafted(bkTinh());

        as("chuyen-vien", STANDING, () -> rounds.moveWindow(ROUND, Office.date("25/11/2026"), "20/TB-SNV", "Mưa lũ"));

        assertThat(rounds.get(ROUND).closesAt()).isEqualTo(Office.instant("26/11/2026"));
        assertThat(dossiers.get(draft.number()).limitAt()).isEqualTo(Office.instant("26/11/2026"));
        assertThat(process.told).contains("window moved " + ROUND);
        at("26/11/2026");
        assertThat(refusedAs(
                                "chuyen-vien",
                                STANDING,
                                () -> rounds.moveWindow(ROUND, Office.date("30/11/2026"), "21/TB-SNV", "Nữa"))
                        .code())
                .isEqualTo("window-closed");
    }

    @Test
    void moving_the_window_needs_a_document_and_stays_before_the_appraisals_end() {
        open();

        assertThat(refusedAs(
                                "chuyen-vien",
                                STANDING,
                                () -> rounds.moveWindow(ROUND, Office.date("25/11/2026"), "", "Mưa lũ"))
                        .field())
                .isEqualTo("document");
        assertThat(refusedAs(
                                "chuyen-vien",
                                STANDING,
                                () -> rounds.moveWindow(ROUND, Office.date("30/06/2027"), "1", "Mưa lũ"))
                        .code())
                .isEqualTo("date-order");
        assertThat(refusedAs(
                                "chuyen-vien",
                                STANDING,
                                () -> rounds.moveWindow(ROUND, Office.date("04/11/2026"), "1", "Mưa lũ"))
                        .code())
                .isEqualTo("date-past");
    }

    @Test
    void who_comes_late_asks_and_nominates_with_the_permission_until_its_last_day() {
        open();
        assertThat(refusedAs("lan", FINANCE, () -> rounds.requestLate(ROUND, "so-tai-chinh", "Hỏng máy"))
                        .code())
                .isEqualTo("window-open");
        at("20/11/2026");
        assertThat(refused(() -> drafted(bkTinh())).code()).isEqualTo("window-closed");

        var asked = as("lan", FINANCE, () -> rounds.requestLate(ROUND, "so-tai-chinh", "Hỏng máy"));
        assertThat(process.told).contains("late requested " + ROUND);
        assertThat(refusedAs("lan", FINANCE, () -> rounds.requestLate(ROUND, "so-tai-chinh", "Hỏng máy"))
                        .code())
                .isEqualTo("late-pending");
        as("chuyen-vien", STANDING, () -> rounds.decideLate(asked.id(), grant("24/11/2026")));

        var draft = drafted(bkTinh());
        assertThat(draft.limitAt()).isEqualTo(Office.instant("25/11/2026"));
        at("24/11/2026 23:59:59");
        as("lan", FINANCE, () -> nominations.submit(draft.number()));
        assertThat(rule(draft.number(), "window").reason()).contains("được phép nộp muộn đến hết ngày 24/11/2026");
    }

    @Test
    void after_the_last_day_of_the_permission_what_was_not_submitted_lapses() {
        open();
        at("20/11/2026");
        var asked = as("lan", FINANCE, () -> rounds.requestLate(ROUND, "so-tai-chinh", "Hỏng máy"));
        as("chuyen-vien", STANDING, () -> rounds.decideLate(asked.id(), grant("24/11/2026")));
        var draft = drafted(bkTinh());
        assertThat(refused(() -> rounds.closeLate(asked.id())).code()).isEqualTo("late-open");

        at("25/11/2026");
        assertThat(refusedAs("lan", FINANCE, () -> nominations.submit(draft.number()))
                        .code())
                .isEqualTo("window-closed");
        rounds.closeLate(asked.id());

        assertThat(dossiers.get(draft.number()).state()).isEqualTo(DossierState.LAPSED);
        assertThat(process.told).contains("ended " + draft.number());
    }

    @Test
    void a_refused_request_leaves_the_window_closed_and_is_decided_once() {
        open();
        at("20/11/2026");
        var asked = as("lan", FINANCE, () -> rounds.requestLate(ROUND, "so-tai-chinh", "Quên"));
        var refusal = new LateAnswer(LateAnswer.Decision.REFUSE, null, "Không có lý do khách quan", null);

        assertThat(refusedAs("lan", FINANCE, () -> rounds.decideLate(asked.id(), refusal))
                        .kind()
                        .status())
                .isEqualTo(403);
        as("chuyen-vien", STANDING, () -> rounds.decideLate(asked.id(), refusal));

        assertThat(refused(() -> drafted(bkTinh())).code()).isEqualTo("window-closed");
        assertThat(refusedAs("chuyen-vien", STANDING, () -> rounds.decideLate(asked.id(), refusal))
                        .code())
                .isEqualTo("late-decided");
    }

    @Test
    void a_permission_needs_a_reason_and_a_day_before_the_appraisals_end() {
        open();
        at("20/11/2026");
        var asked = as("lan", FINANCE, () -> rounds.requestLate(ROUND, "so-tai-chinh", "Hỏng máy"));

        assertThat(refusedLate(asked, new LateAnswer(null, null, "Được", null))).isEqualTo("decision");
        assertThat(refusedLate(asked, new LateAnswer(LateAnswer.Decision.GRANT, "24/11/2026", "", null)))
                .isEqualTo("reason");
        assertThat(refusedLate(asked, grant("19/11/2026"))).isEqualTo("until");
        assertThat(refusedLate(asked, grant("24/11/2027"))).isEqualTo("until");
        assertThat(rounds.latePermission(asked.id()).state()).isEqualTo(LatePermission.State.REQUESTED);
    }

    private String refusedLate(LatePermission asked, LateAnswer answer) {
        return refusedAs("chuyen-vien", STANDING, () -> rounds.decideLate(asked.id(), answer))
                .field();
    }

    private static LateAnswer grant(String until) {
        return new LateAnswer(LateAnswer.Decision.GRANT, until, "Sự cố có xác nhận", "30/CV-SNV");
    }

    @Test
    void the_appraisal_ends_when_every_dossier_is_through_or_named_with_a_reason() {
        open();
        var draft = drafted(content(GK, person("Nguyễn Thị Hoa")));
        var waiting = submitted(bkTinh());
        at("20/11/2026");
        rounds.closeWindow(ROUND);

        assertThat(refusedAs("lan", FINANCE, () -> rounds.concludeAppraisal(ROUND, done()))
                        .kind()
                        .status())
                .isEqualTo(403);
        var refusal = refusedAs("minh", LEAD, () -> rounds.concludeAppraisal(ROUND, done()));
        assertThat(refusal.code()).isEqualTo("dossiers-unfinished");
        assertThat(refusal.sentence()).contains(waiting.number());
        as(
                "minh",
                LEAD,
                () -> rounds.concludeAppraisal(
                        ROUND,
                        new ConclusionAnswer(
                                null, List.of(new ConclusionAnswer.Lapse(waiting.number(), "Không kịp xác minh")))));

        assertThat(rounds.get(ROUND).state()).isEqualTo(State.APPRAISED);
        assertThat(dossiers.get(draft.number()).state()).isEqualTo(DossierState.LAPSED);
        assertThat(dossiers.get(waiting.number()).state()).isEqualTo(DossierState.LAPSED);
        assertThat(process.told).contains("ended " + draft.number(), "ended " + waiting.number());
        assertThat(refusedAs("minh", LEAD, () -> rounds.concludeAppraisal(ROUND, done()))
                        .code())
                .isEqualTo("round-state");
    }

    @Test
    void the_appraisal_does_not_end_while_the_window_is_open() {
        open();

        assertThat(refusedAs("minh", LEAD, () -> rounds.concludeAppraisal(ROUND, done()))
                        .code())
                .isEqualTo("round-state");
    }

    @Test
    void only_unfinished_dossiers_of_the_round_can_be_named_and_only_with_a_reason() {
        open();
        var received = received(bkTinh());
        transitions.move(received.number(), DossierState.APPRAISED, LEAD, null, null, null);
        at("20/11/2026");
        rounds.closeWindow(ROUND);

        assertThat(lapseRefused(received.number(), "Thừa")).isEqualTo("lapsed[0].dossier");
        assertThat(lapseRefused("binh-phuoc/HS-2026-99999", "Thừa")).isEqualTo("lapsed[0].dossier");
        assertThat(lapseRefused(received.number(), "")).isEqualTo("lapsed[0].reason");
        as("minh", LEAD, () -> rounds.concludeAppraisal(ROUND, done()));
        assertThat(dossiers.get(received.number()).state()).isEqualTo(DossierState.APPRAISED);
    }

    private String lapseRefused(String number, String reason) {
        var answer = new ConclusionAnswer(null, List.of(new ConclusionAnswer.Lapse(number, reason)));
        return refusedAs("minh", LEAD, () -> rounds.concludeAppraisal(ROUND, answer))
                .field();
    }

    private static ConclusionAnswer done() {
        return new ConclusionAnswer(null, List.of());
    }

    @Test
    void a_round_is_concluded_once_and_what_is_left_lapses_but_what_went_up() {
        open();
        var held = received(bkTinh());
        var up = received(content(BK_TINH, collective("Phòng Hai", "so-tai-chinh")));
        transitions.move(up.number(), DossierState.APPRAISED, LEAD, null, null, null);
        transitions.move(held.number(), DossierState.APPRAISED, LEAD, null, null, null);
        as("minh", LEAD, () -> holds.hold(held.number(), Hold.Kind.PRESS, "Báo nêu", null));
        transitions.move(up.number(), DossierState.ESCALATED, "", null, null, null);
        at("20/11/2026");
        rounds.closeWindow(ROUND);
        assertThat(refused(() -> rounds.conclude(ROUND)).code()).isEqualTo("round-state");
        as("minh", LEAD, () -> rounds.concludeAppraisal(ROUND, done()));

        rounds.conclude(ROUND);
        rounds.conclude(ROUND);

        assertThat(rounds.get(ROUND).state()).isEqualTo(State.CONCLUDED);
        assertThat(dossiers.get(held.number()).state()).isEqualTo(DossierState.LAPSED);
        assertThat(dossiers.get(held.number()).held()).isFalse();
        assertThat(holds.of(held.number())).noneMatch(Hold::isActive);
        assertThat(dossiers.get(up.number()).state()).isEqualTo(DossierState.ESCALATED);
    }

    @Test
    void a_round_is_called_off_with_reason_and_document_and_its_dossiers_lapse() {
        open();
        var submitted = submitted(bkTinh());

        assertThat(refusedAs("chuyen-vien", STANDING, () -> rounds.cancel(ROUND, "Hoãn", ""))
                        .field())
                .isEqualTo("document");
        assertThat(refusedAs("lan", FINANCE, () -> rounds.cancel(ROUND, "Hoãn", "1"))
                        .kind()
                        .status())
                .isEqualTo(403);
        as("chuyen-vien", STANDING, () -> rounds.cancel(ROUND, "Hoãn", "33/TB-UBND"));

        assertThat(rounds.get(ROUND).state()).isEqualTo(State.CANCELLED);
        assertThat(dossiers.get(submitted.number()).state()).isEqualTo(DossierState.LAPSED);
        assertThat(process.told).contains("ended " + submitted.number(), "cancelled " + ROUND);
        assertThat(refusedAs("chuyen-vien", STANDING, () -> rounds.cancel(ROUND, "Hoãn", "33/TB-UBND"))
                        .code())
                .isEqualTo("round-state");
    }

    @Test
    void a_round_with_a_decision_on_the_way_is_not_called_off() {
        open();
        var received = received(bkTinh());
        transitions.move(received.number(), DossierState.APPRAISED, LEAD, null, null, null);
        transitions.move(received.number(), DossierState.TO_SIGN, "", null, null, null);

        assertThat(refusedAs("chuyen-vien", STANDING, () -> rounds.cancel(ROUND, "Hoãn", "33/TB-UBND"))
                        .code())
                .isEqualTo("round-decided");
    }

    @Test
    void a_round_shows_how_many_dossiers_stand_where_and_which_limit_runs() {
        open();
        drafted(content(GK, person("Nguyễn Thị Hoa")));
        submitted(bkTinh());
        received(content(BK_TINH, collective("Phòng Hai", "so-tai-chinh")));

        var standing = rounds.standing(ROUND);

        assertThat(standing.counts())
                .isEqualTo(new HashMap<>(
                        Map.of(DossierState.DRAFT, 1, DossierState.SUBMITTED, 1, DossierState.IN_APPRAISAL, 1)));
        assertThat(standing.dossiers()).isEqualTo(3);
        assertThat(standing.held()).isZero();
        assertThat(standing.running())
                .extracting(RoundStanding.RunningLimit::what)
                .contains("Hạn nhận hồ sơ", "Đã nộp, chờ tiếp nhận", "Đang thẩm định", "Hạn thẩm định đợt xét");
        assertThat(standing.running())
                .extracting(RoundStanding.RunningLimit::at)
                .isSorted();
    }

    @Test
    void everything_that_happens_to_a_round_is_told_and_recorded() {
        open();
        at("20/11/2026");
        Actor.SYSTEM.act(() -> {
            rounds.closeWindow(ROUND);
            return true;
        });

        assertThat(seen.rounds)
                .extracting(RoundHappened::kind)
                .containsExactly(
                        RoundHappened.Kind.PREPARED,
                        RoundHappened.Kind.TO_ALLOCATE,
                        RoundHappened.Kind.ALLOCATED,
                        RoundHappened.Kind.OPENED,
                        RoundHappened.Kind.CLOSED);
        assertThat(audited()).contains("round.prepared", "round.terms-set", "round.allocated", "round.closed");
    }
}
