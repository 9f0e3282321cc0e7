package vn.thidua.appraisal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static vn.thidua.support.Office.instant;
import static vn.thidua.support.Office.unit;

import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.thidua.act.Actor;
import vn.thidua.act.Refusal;
import vn.thidua.audit.AuditTrail;
import vn.thidua.campaign.CampaignPlan.AwardForm;
import vn.thidua.campaign.NomineeKind;
import vn.thidua.campaign.ThresholdBase;
import vn.thidua.nomination.Dossier;
import vn.thidua.nomination.DossierState;
import vn.thidua.nomination.Dossiers;
import vn.thidua.support.AwardScene;
import vn.thidua.support.ThiDuaTest;

/** What agencies do with a dossier under appraisal: opinions, supplements, differences, and who may do and read what. */
class AppraisalsTest extends ThiDuaTest {

    private static final String HOME = "binh-phuoc.so-noi-vu";
    private static final String SCIENCE = "binh-phuoc.so-khcn";

    @Autowired
    private Appraisals appraisals;

    @Autowired
    private AppraisalReports reports;

    @Autowired
    private OpinionSight sight;

    @Autowired
    private Dossiers dossiers;

    @Autowired
    private AwardScene scene;

    @Autowired
    private AuditTrail trail;

    private String round = "";
    private String dossier = "";

    @BeforeEach
    void adopt() {
        office.adopt(
                "binh-phuoc",
                "01/12/2026",
                unit("so-y-te", "Sở Y tế", "so-ban-nganh"),
                unit("so-khcn", "Sở Khoa học và Công nghệ", "so-ban-nganh"));
        round = round("binh-phuoc", HOME);
        dossier = scene.individual(round, 1, "so-y-te", "Nguyễn Thị Hoa", DossierState.IN_APPRAISAL);
        scene.limit(dossier, "18/12/2026");
    }

    private String round(String campaign, String lead) {
        return scene.round(campaign, lead, AwardScene.terms(51, ThresholdBase.ALL_MEMBERS, true, false));
    }

    @Test
    void the_lead_and_the_other_agency_of_the_plan_are_asked_whichever_leads() {
        office.adopt("son-la", "01/12/2026", unit("so-y-te", "Sở Y tế", "so-ban-nganh"));
        var sonLa = scene.individual(
                round("son-la", "son-la.so-khcn"), 1, "so-y-te", "Lò Văn Pâng", DossierState.IN_APPRAISAL);

        assertThat(appraisals.agenciesToAsk(dossiers.get(dossier))).containsExactly("so-noi-vu", "so-khcn");
        assertThat(appraisals.agenciesToAsk(dossiers.get(sonLa))).containsExactly("so-khcn", "so-noi-vu");
        assertThat(appraisals.group(dossiers.get(sonLa), "so-noi-vu")).isEqualTo("son-la.so-noi-vu");
        refused("không được lấy ý kiến", () -> appraisals.group(dossiers.get(dossier), "so-vhttdl"));
    }

    @Test
    void an_agency_is_not_asked_about_its_own_dossier() {
        var own = scene.individual(round, 2, "so-khcn", "Trần Văn Bình", DossierState.IN_APPRAISAL);

        assertThat(appraisals.agenciesToAsk(dossiers.get(own))).containsExactly("so-noi-vu");
    }

    @Test
    void two_agencies_in_favour_are_agreed() {
        give(HOME, "so-noi-vu", favour());
        refused("Còn chờ ý kiến", () -> appraisals.conclude(dossiers.get(dossier)));
        give(SCIENCE, "so-khcn", favour());

        assertThat(appraisals.outcome(dossier)).isEqualTo(Outcome.FAVOURABLE);
        appraisals.conclude(dossiers.get(dossier));

        assertThat(state()).isEqualTo(DossierState.APPRAISED);
        assertThat(reports.of(dossier).conclusion()).isEqualTo("Các cơ quan thống nhất đề nghị khen thưởng.");
        assertThat(reports.of(dossier).opinions()).extracting(Opinion::agency).containsExactly("so-noi-vu", "so-khcn");
        assertThat(reports.ofRound(round)).hasSize(1);
    }

    @Test
    void every_criterion_of_the_nominees_group_is_answered() {
        refused("tiêu chí 2", () -> give(HOME, "so-noi-vu", scored(score(1, 90))));
        refused("hai lần", () -> give(HOME, "so-noi-vu", scored(score(1, 90), score(1, 80), score(2, 80))));
        refused("tiêu chí số 3", () -> give(HOME, "so-noi-vu", scored(score(1, 90), score(2, 80), score(3, 80))));
        refused("từ 0 đến 100", () -> give(HOME, "so-noi-vu", scored(score(1, 101), score(2, 80))));
        refused("tiêu chí 2", () -> give(HOME, "so-noi-vu", scored(score(1, 90), new CriterionScore(2, null, "  "))));

        give(HOME, "so-noi-vu", scored(score(2, 80), new CriterionScore(1, null, "Có sáng kiến hữu ích")));

        assertThat(appraisals.of(dossier)).singleElement().satisfies(opinion -> {
            assertThat(opinion.scores())
                    .extracting(CriterionScore::item, CriterionScore::score)
                    .containsExactly(tuple(1, null), tuple(2, 80));
            assertThat(opinion.officer()).isEqualTo("officer-so-noi-vu");
        });
    }

    @Test
    void who_opposes_says_why_and_the_lead_settles_it() {
        give(HOME, "so-noi-vu", favour());
        refused("Lý do", () -> give(SCIENCE, "so-khcn", answer(Verdict.OPPOSE, " ")));
        give(SCIENCE, "so-khcn", answer(Verdict.OPPOSE, "Sáng kiến chưa được công nhận"));
        appraisals.conclude(dossiers.get(dossier));

        assertThat(state()).isEqualTo(DossierState.OPINIONS_DIFFER);
        assertThat(stands().turnGroup()).isEqualTo(HOME);
        assertThat(stands().limitAt()).isEqualTo(instant("19/12/2026"));
        refused("Chỉ người của", () -> reconcile(SCIENCE, ReconcileAnswer.Decision.PROPOSE, "Đủ điều kiện", null));
        refused("Lý do", () -> reconcile(HOME, ReconcileAnswer.Decision.PROPOSE, "", null));
        reconcile(HOME, ReconcileAnswer.Decision.PROPOSE, "Đã có văn bản công nhận", null);

        assertThat(state()).isEqualTo(DossierState.APPRAISED);
        assertThat(reports.of(dossier).conclusion()).isEqualTo("Đề nghị khen thưởng: Đã có văn bản công nhận");
    }

    @Test
    void a_dossier_nobody_proposes_is_returned_with_the_legal_ground() {
        give(HOME, "so-noi-vu", answer(Verdict.OPPOSE, "Chưa đủ tiêu chuẩn"));
        give(SCIENCE, "so-khcn", answer(Verdict.OPPOSE, "Chưa đủ tiêu chuẩn"));
        appraisals.conclude(dossiers.get(dossier));
        refused("Căn cứ pháp lý", () -> reconcile(HOME, ReconcileAnswer.Decision.REJECT, "Chưa đủ tiêu chuẩn", null));

        reconcile(HOME, ReconcileAnswer.Decision.REJECT, "Chưa đủ tiêu chuẩn", "Mục IV.2.b Kế hoạch");

        assertThat(state()).isEqualTo(DossierState.RETURNED);
        assertThat(dossiers.history(dossier))
                .last()
                .satisfies(entry -> assertThat(entry.note()).isEqualTo("Chưa đủ tiêu chuẩn (Mục IV.2.b Kế hoạch)"));
    }

    @Test
    void a_supplement_names_what_is_missing_by_which_article_and_until_when() {
        refused("Căn cứ", () -> give(HOME, "so-noi-vu", supplement("Thiếu xác nhận", null, "10/12/2026")));
        refused("Hạn bổ sung", () -> give(HOME, "so-noi-vu", supplement("Thiếu xác nhận", "Điều 42", "01/12/2026")));
        refused("Nội dung", () -> give(HOME, "so-noi-vu", supplement(" ", "Điều 42", "10/12/2026")));
        give(HOME, "so-noi-vu", supplement("Thiếu xác nhận của cấp trình", "Điều 42", "10/12/2026"));

        assertThat(state()).isEqualTo(DossierState.SUPPLEMENT);
        assertThat(stands().turnGroup()).isEqualTo("binh-phuoc.unit.so-y-te");
        assertThat(stands().limitAt()).isEqualTo(instant("11/12/2026"));
        assertThat(appraisals.outcome(dossier)).isEqualTo(Outcome.SUPPLEMENT);
        refused("đang ở bước", () -> give(SCIENCE, "so-khcn", favour()));
    }

    @Test
    void a_new_version_is_appraised_anew_and_the_old_opinions_are_kept() {
        give(SCIENCE, "so-khcn", favour());
        give(HOME, "so-noi-vu", supplement("Thiếu xác nhận", "Điều 42", "10/12/2026"));
        scene.sql()
                .sql("update dossier set version = 2, state = 'IN_APPRAISAL'")
                .update();

        give(HOME, "so-noi-vu", favour());
        refused("Còn chờ ý kiến của Sở Khoa học", () -> appraisals.conclude(dossiers.get(dossier)));
        give(SCIENCE, "so-khcn", favour());
        appraisals.conclude(dossiers.get(dossier));

        assertThat(state()).isEqualTo(DossierState.APPRAISED);
        assertThat(appraisals.of(dossier))
                .extracting(Opinion::version, Opinion::agency, Opinion::verdict)
                .containsExactly(
                        tuple(1, "so-khcn", Verdict.FAVOUR),
                        tuple(1, "so-noi-vu", Verdict.SUPPLEMENT),
                        tuple(2, "so-noi-vu", Verdict.FAVOUR),
                        tuple(2, "so-khcn", Verdict.FAVOUR));
        assertThat(reports.of(dossier).supplements()).hasSize(1);
    }

    @Test
    void only_the_agencys_own_people_speak_for_it() {
        refused("Chỉ người của Sở Khoa học", () -> give(HOME, "so-khcn", favour()));
        refused("Chỉ người của", () -> give("binh-phuoc.unit.so-y-te", "so-noi-vu", favour()));
    }

    @Test
    void nobody_appraises_a_dossier_of_their_own_unit_or_one_they_composed() {
        scene.sql()
                .sql(
                        "insert into dossier_act(dossier, actor, stage, at) values (?, 'officer-so-noi-vu', 'COMPOSE', now())")
                .param(dossier)
                .update();
        refused("khâu khác", () -> give(HOME, "so-noi-vu", favour()));

        refused(
                "đơn vị của ông/bà",
                () -> new Actor("lan", Set.of(SCIENCE, "binh-phuoc.unit.so-y-te")).act(() -> {
                    appraisals.give(dossier, "so-khcn", favour());
                    return true;
                }));
        assertThat(appraisals.of(dossier)).isEmpty();
    }

    @Test
    void nothing_is_said_on_a_dossier_that_is_on_hold() {
        scene.hold(dossier);

        refused("tạm dừng", () -> give(HOME, "so-noi-vu", favour()));
    }

    @RepeatedTest(20)
    void two_opinions_of_one_agency_at_once_are_one() throws Exception {
        var start = new CyclicBarrier(2);
        var threads = Executors.newFixedThreadPool(2);
        try {
            var done = threads.invokeAll(IntStream.of(1, 2)
                    .mapToObj(i -> (Callable<Boolean>) () -> {
                        start.await();
                        try {
                            office.as("officer" + i, HOME, () -> appraisals.give(dossier, "so-noi-vu", favour()));
                            return true;
                        } catch (Refusal refused) {
                            assertThat(refused.code()).isEqualTo("opinion-given");
                            return false;
                        }
                    })
                    .toList());
            assertThat(List.of(done.get(0).get(), done.get(1).get())).containsExactlyInAnyOrder(true, false);
        } finally {
            threads.shutdown();
        }
        assertThat(appraisals.of(dossier)).hasSize(1);
    }

    @Test
    void who_stands_in_for_an_absent_officer_is_named_with_whom() {
        scene.sql().sql("""
                        insert into substitution(campaign, absent_user, substitute, user_group, from_day, to_day, reason, recorded_by, recorded_at)
                        values ('binh-phuoc', 'binh', 'officer-so-noi-vu', ?, '2026-12-01', '2026-12-02', 'Đi công tác', 'admin', now())""").param(HOME).update();

        give(HOME, "so-noi-vu", favour());

        assertThat(appraisals.of(dossier).get(0).officerFor()).isEqualTo("binh");
        assertThat(trail.of(dossier))
                .filteredOn(entry -> entry.action().equals("opinion.given"))
                .hasSize(1);
    }

    @Test
    void a_unit_reads_what_it_is_asked_to_add_and_the_opinions_only_when_all_is_said() {
        give(SCIENCE, "so-khcn", favour());
        give(HOME, "so-noi-vu", supplement("Thiếu xác nhận", "Điều 42", "10/12/2026"));

        assertThat(seenBy("binh-phuoc.unit.so-y-te"))
                .extracting(Opinion::verdict)
                .containsExactly(Verdict.SUPPLEMENT);
        assertThat(seenBy(HOME)).hasSize(2);
        assertThat(seenBy("binh-phuoc.council")).hasSize(2);
        refused("không thuộc đơn vị", () -> seenBy("binh-phuoc.unit.so-khcn"));
        refused("không thuộc đơn vị", () -> seenBy("son-la.so-noi-vu"));

        scene.setState(dossier, DossierState.APPRAISED);
        assertThat(seenBy("binh-phuoc.unit.so-y-te")).hasSize(2);
    }

    private List<Opinion> seenBy(String group) {
        return new Actor("reader", Set.of(group)).act(() -> sight.see(dossier));
    }

    @Test
    void a_limit_that_passed_is_recorded_once_for_each_step() {
        appraisals.markOverdue(dossier, "APPRAISE");
        appraisals.markOverdue(dossier, "APPRAISE");
        appraisals.markOverdue(dossier, "RECONCILE");

        assertThat(trail.of(dossier))
                .filteredOn(entry -> entry.action().equals("dossier.overdue"))
                .hasSize(2);
    }

    @Test
    void a_state_level_dossier_has_its_days_to_be_submitted_from_receipt() {
        var state = scene.dossier(
                round,
                3,
                "so-y-te",
                AwardForm.BK_TTG,
                NomineeKind.INDIVIDUAL,
                "Lê Thị Mai",
                "d",
                null,
                DossierState.IN_APPRAISAL);
        give(HOME, state, "so-noi-vu", favour());
        give(SCIENCE, state, "so-khcn", favour());
        appraisals.conclude(dossiers.get(state));

        assertThat(dossiers.get(state).limitAt()).isEqualTo(instant("14/01/2027"));
    }

    private void give(String group, String agency, OpinionAnswer answer) {
        give(group, dossier, agency, answer);
    }

    private void give(String group, String number, String agency, OpinionAnswer answer) {
        office.as("officer-" + agency, group, () -> appraisals.give(number, agency, answer));
    }

    private void reconcile(String group, ReconcileAnswer.Decision decision, String reason, String article) {
        office.as(
                "lead-officer",
                group,
                () -> appraisals.reconcile(dossier, new ReconcileAnswer(decision, reason, article)));
    }

    private DossierState state() {
        return stands().state();
    }

    private Dossier stands() {
        return dossiers.get(dossier);
    }

    private static OpinionAnswer favour() {
        return answer(Verdict.FAVOUR, null);
    }

    private static OpinionAnswer answer(Verdict verdict, String comment) {
        return new OpinionAnswer(verdict, comment, List.of(score(1, 90), score(2, 80)), null, null);
    }

    private static OpinionAnswer scored(CriterionScore... scores) {
        return new OpinionAnswer(Verdict.FAVOUR, null, List.of(scores), null, null);
    }

    private static OpinionAnswer supplement(String comment, String article, String newDeadline) {
        return new OpinionAnswer(Verdict.SUPPLEMENT, comment, List.of(), article, newDeadline);
    }

    private static CriterionScore score(int item, int score) {
        return new CriterionScore(item, score, null);
    }

    private static void refused(String part, ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOf(Refusal.class).hasMessageContaining(part);
    }
}
