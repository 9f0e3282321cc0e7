package vn.thidua.nomination;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.campaign.CampaignPlan.AwardForm.BK_TINH;
import static vn.thidua.campaign.CampaignPlan.AwardForm.CO_TINH;
import static vn.thidua.campaign.CampaignPlan.AwardForm.GK;
import static vn.thidua.campaign.CampaignPlan.AwardForm.HCLD;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.thidua.act.Actor;
import vn.thidua.campaign.AwardProcedure;
import vn.thidua.campaign.CampaignPlan.Occasion;
import vn.thidua.campaign.NomineeKind;
import vn.thidua.nomination.DossierHappened.Kind;
import vn.thidua.support.Office;

/** A dossier's way from its draft to its receipt, in order and out of order. */
class NominationsTest extends NominationTest {

    @Test
    void a_dossier_begins_as_the_units_draft_with_its_own_number() {
        open();

        var first = drafted(bkTinh());
        var second = drafted(content(GK, person("Nguyễn Thị Hoa")));

        assertThat(first.number()).isEqualTo("binh-phuoc/HS-2026-00001");
        assertThat(second.number()).isEqualTo("binh-phuoc/HS-2026-00002");
        assertThat(first.state()).isEqualTo(DossierState.DRAFT);
        assertThat(first.turnGroup()).isEqualTo(FINANCE);
        assertThat(first.limitAt()).isEqualTo(Office.instant("20/11/2026"));
        assertThat(first.nomineeName()).isEqualTo("Phòng Công nghệ");
        assertThat(first.leadGroup()).isEqualTo(LEAD);
        assertThat(first.authorityGroup()).isEqualTo("binh-phuoc.chu-tich-ubnd-tinh");
        assertThat(second.authorityGroup()).isEqualTo(FINANCE);
        assertThat(process.told).contains("start " + first.number() + " DRAFT");
        assertThat(dossiers.history(first.number()))
                .extracting(StageEntry::state)
                .containsExactly(DossierState.DRAFT);
    }

    @Test
    void many_are_begun_at_once_or_none() {
        open();
        var many = IntStream.range(0, 250)
                .mapToObj(i -> content(GK, collective("Tổ số " + i, "so-tai-chinh")))
                .toList();

        var made = as("lan", FINANCE, () -> nominations.create(ROUND, "so-tai-chinh", many));

        assertThat(made)
                .extracting(Dossier::nomineeName)
                .containsExactlyElementsOf(
                        many.stream().map(content -> content.nominee().name()).toList());
        assertThat(made.get(249).number()).isEqualTo("binh-phuoc/HS-2026-00250");
        var withAWrongOne = List.of(content(GK, person("Một")), content(CO_TINH, collective("Hai", "so-tai-chinh")));
        assertThat(refusedAs("lan", FINANCE, () -> nominations.create(ROUND, "so-tai-chinh", withAWrongOne))
                        .field())
                .isEqualTo("form");
        assertThat(dossiers.of(ROUND)).hasSize(250);
    }

    @Test
    void only_the_units_own_people_begin_and_write_its_dossiers() {
        open();

        assertThat(refusedAs("chi", HEALTH, () -> nominations.create(ROUND, "so-tai-chinh", bkTinh()))
                        .kind()
                        .status())
                .isEqualTo(403);
        var draft = drafted(bkTinh());
        for (var work : List.<Runnable>of(
                () -> nominations.saveDraft(draft.number(), bkTinh()),
                () -> nominations.attach(draft.number(), files(AwardProcedure.LETTER)),
                () -> nominations.detach(draft.number(), UUID.randomUUID()),
                () -> nominations.submit(draft.number()),
                () -> nominations.withdraw(draft.number(), "Không phải của tôi"))) {
            assertThat(refusedAs("chi", HEALTH, work).kind().status()).isEqualTo(403);
            assertThat(refusedAs("minh", LEAD, work).kind().status()).isEqualTo(403);
        }
        assertThat(dossiers.get(draft.number())).isEqualTo(draft);
    }

    @Test
    void there_is_no_dossier_before_the_round_is_open_nor_in_a_form_it_does_not_give() {
        prepared(Occasion.ANNUAL, 2026);
        assertThat(refused(() -> drafted(bkTinh())).code()).isEqualTo("round-state");
        assertThat(refused(() -> drafted("binh-phuoc/2030-ANNUAL", bkTinh()))
                        .kind()
                        .status())
                .isEqualTo(404);
        as("chuyen-vien", STANDING, () -> rounds.cancel(ROUND, "Lập lại", "1"));
        var open = open();

        assertThat(open.key()).isEqualTo(ROUND + "-2");
        assertThat(refused(() -> drafted(open.key(), content(CO_TINH, collective("Phòng", "so-tai-chinh"))))
                        .code())
                .isEqualTo("form-not-in-round");
        assertThat(refused(() -> as("lan", FINANCE, () -> nominations.create(open.key(), "so-la", bkTinh())))
                        .kind()
                        .status())
                .isEqualTo(404);
    }

    @Test
    void a_unit_of_a_group_the_round_leaves_out_does_not_nominate() {
        var round = prepared(Occasion.ANNUAL, 2026);
        var terms = round.terms();
        var answer = new TermsAnswer(
                List.of(GK),
                List.of("doanh-nghiep"),
                date(terms.opensOn()),
                date(terms.closesOn()),
                date(terms.appraisalDue()),
                null,
                false,
                67,
                null,
                null,
                false,
                false,
                Map.of());
        as("chuyen-vien", STANDING, () -> rounds.setTerms(ROUND, answer));

        assertThat(refused(() -> drafted(content(GK, person("Hoa")))).code()).isEqualTo("unit-may-not-nominate");
        assertThat(as(
                                "nga",
                                unitGroup("cong-ty"),
                                () -> nominations.create(ROUND, "cong-ty", content(GK, person("Hoa"))))
                        .unit())
                .isEqualTo("cong-ty");
    }

    @ParameterizedTest
    @CsvSource({"form", "kind", "nominee", "grade", "nominee.kind"})
    void even_a_draft_says_what_for_whom(String missing) {
        open(Occasion.ANNUAL, 2026, HCLD);
        var form = missing.equals("grade") ? HCLD : GK;
        var content = new DossierContent(
                missing.equals("form") ? null : form,
                null,
                missing.equals("kind") ? null : NomineeKind.INDIVIDUAL,
                missing.equals("nominee")
                        ? null
                        : missing.equals("nominee.kind") ? collective("Phòng", "so-tai-chinh") : person("Hoa"),
                null,
                null,
                false,
                false,
                null,
                null,
                null,
                null,
                null);

        assertThat(refusedAs("lan", FINANCE, () -> nominations.create(ROUND, "so-tai-chinh", content))
                        .field())
                .isEqualTo(missing);
    }

    @Test
    void a_draft_saves_itself_and_leaves_the_files_alone() {
        open();
        var draft = drafted(bkTinh());
        var changed = content(GK, person("Nguyễn Thị Hoa"));

        as("lan", FINANCE, () -> nominations.saveDraft(draft.number(), changed));

        var saved = dossiers.get(draft.number());
        assertThat(saved.form()).isEqualTo(GK);
        assertThat(saved.nomineeName()).isEqualTo("Nguyễn Thị Hoa");
        assertThat(saved.nominee()).isNotEqualTo(draft.nominee());
        assertThat(saved.authorityGroup()).isEqualTo(FINANCE);
        assertThat(dossiers.draft(draft.number()).components())
                .containsOnlyKeys(AwardProcedure.LETTER, AwardProcedure.REPORT, AwardProcedure.MINUTES);
    }

    @Test
    void files_are_attached_to_the_components_of_the_unit_and_taken_off_again() {
        open();
        var draft = drafted(bkTinh());
        var number = draft.number();
        var more = as("lan", FINANCE, () -> nominations.attach(number, files(AwardProcedure.REPORT)));

        assertThat(dossiers.draft(number).components().get(AwardProcedure.REPORT))
                .hasSize(2)
                .endsWith(more.get(0).id());
        as("lan", FINANCE, () -> nominations.detach(number, more.get(0).id()));
        assertThat(dossiers.draft(number).components().get(AwardProcedure.REPORT))
                .hasSize(1);
        assertThat(refusedAs(
                                "lan",
                                FINANCE,
                                () -> nominations.detach(number, more.get(0).id()))
                        .kind()
                        .status())
                .isEqualTo(404);
        assertThat(refusedAs("lan", FINANCE, () -> nominations.attach(number, files("phong-bi")))
                        .field())
                .isEqualTo("component");
        assertThat(refusedAs(
                                "lan",
                                FINANCE,
                                () -> nominations.attach(
                                        number,
                                        files(Collections.nCopies(18, AwardProcedure.LETTER)
                                                .toArray(String[]::new))))
                        .code())
                .isEqualTo("too-many-attachments");
    }

    @Test
    void submitted_it_is_the_lead_agencys_turn_with_its_limit_in_working_days() {
        open();

        var submitted = submitted(bkTinh());

        assertThat(submitted.state()).isEqualTo(DossierState.SUBMITTED);
        assertThat(submitted.version()).isEqualTo(1);
        assertThat(submitted.turnGroup()).isEqualTo(LEAD);
        assertThat(submitted.limitAt()).isEqualTo(Office.instant("20/11/2026"));
        assertThat(submitted.limitBasis()).startsWith("tiếp nhận trong 10 ngày làm việc");
        assertThat(happened()).containsExactly(Kind.SUBMITTED);
        assertThat(dossiers.achievements(submitted.number()))
                .extracting(Achievement::title)
                .containsExactly("Chuyển đổi số toàn diện");
        assertThat(dossiers.versions(submitted.number()).get(0).content().components())
                .hasSize(3);
    }

    @Test
    void what_is_submitted_is_not_written_or_submitted_again() {
        open();
        var number = submitted(bkTinh()).number();

        for (var work : List.<Runnable>of(
                () -> nominations.submit(number),
                () -> nominations.saveDraft(number, bkTinh()),
                () -> nominations.attach(number, files(AwardProcedure.LETTER)))) {
            assertThat(refusedAs("lan", FINANCE, work).code()).isEqualTo("dossier-state");
        }
        assertThat(dossiers.versions(number)).hasSize(1);
    }

    @Test
    void a_dossier_comes_in_time_until_the_last_second_and_not_at_midnight() {
        open();
        var inTime = drafted(bkTinh());
        var late = drafted(content(GK, person("Hoa")));

        at("19/11/2026 23:59:59");
        as("lan", FINANCE, () -> nominations.submit(inTime.number()));
        at("20/11/2026 00:00:00");
        var refusal = refusedAs("lan", FINANCE, () -> nominations.submit(late.number()));

        assertThat(refusal.code()).isEqualTo("window-closed");
        assertThat(refusal.sentence())
                .contains("chậm nhất hết thứ Năm 19/11/2026")
                .contains("đề nghị nộp muộn");
        assertThat(dossiers.get(inTime.number()).state()).isEqualTo(DossierState.SUBMITTED);
        assertThat(dossiers.get(late.number()).state()).isEqualTo(DossierState.DRAFT);
    }

    @Test
    void before_its_first_day_a_round_takes_drafts_only() {
        var round = prepared(Occasion.AD_HOC, 2026);
        var terms = round.terms();
        as(
                "chuyen-vien",
                STANDING,
                () -> rounds.setTerms(
                        round.key(),
                        new TermsAnswer(
                                List.of(GK),
                                terms.unitGroups(),
                                "10/11/2026",
                                "20/11/2026",
                                "20/12/2026",
                                null,
                                false,
                                67,
                                null,
                                null,
                                false,
                                false,
                                Map.of("GK", "15/CV-UBND"))));
        var draft = drafted(round.key(), content(GK, person("Hoa")));

        at("09/11/2026 23:59:59");
        assertThat(refusedAs("lan", FINANCE, () -> nominations.submit(draft.number()))
                        .code())
                .isEqualTo("window-not-open");
        at("10/11/2026");
        as("lan", FINANCE, () -> nominations.submit(draft.number()));
    }

    @ParameterizedTest
    @CsvSource({
        "achievements, '', '', ''",
        "achievements[0].title, ' ', 01/01/2026, 31/10/2026",
        "achievements[0].from, Số hóa, 31/02/2026, 31/10/2026",
        "achievements[0].to, Số hóa, 01/01/2026, 31/12/2025",
        "achievements[0].to, Số hóa, 01/01/2026, 06/11/2026"
    })
    void a_submission_names_its_achievements_with_their_time(String field, String title, String from, String to) {
        open();
        var content = content(GK, person("Hoa"), title, from, to);
        var draft = drafted(field.equals("achievements") ? without(content) : content);

        assertThat(refusedAs("lan", FINANCE, () -> nominations.submit(draft.number()))
                        .field())
                .isEqualTo(field);
    }

    private static DossierContent without(DossierContent content) {
        return new DossierContent(
                content.form(),
                null,
                content.kind(),
                content.nominee(),
                content.criteriaGroup(),
                List.of(),
                false,
                false,
                null,
                content.summary(),
                null,
                null,
                null);
    }

    @Test
    void a_submission_without_a_required_component_is_incomplete_by_its_article() {
        open();
        var draft = as(
                "lan",
                FINANCE,
                () -> nominations.create(
                        ROUND, "so-tai-chinh", bkTinh(), files(AwardProcedure.LETTER, AwardProcedure.REPORT)));

        var refusal = refusedAs("lan", FINANCE, () -> nominations.submit(draft.number()));

        assertThat(refusal.code()).isEqualTo("incomplete");
        assertThat(refusal.field()).isEqualTo("components");
        assertThat(refusal.sentence())
                .contains("Thiếu: Biên bản xét khen thưởng")
                .contains("khoản 2 Điều 6 Nghị định 152/2025/NĐ-CP");
    }

    @Test
    void scenario_15_an_individual_of_other_subjects_without_recognition_is_incomplete_by_the_clause() {
        open();
        var draft = drafted(scientist(List.of()));

        var refusal = refusedAs("lan", FINANCE, () -> nominations.submit(draft.number()));

        assertThat(refusal.code()).isEqualTo("incomplete");
        assertThat(refusal.field()).isEqualTo("evidence");
        assertThat(refusal.sentence())
                .contains("Bằng sáng chế; Giải thưởng khoa học; Văn bản công nhận công trình nghiên cứu")
                .contains("mục IV.1.d Kế hoạch");
        assertThat(rule(draft.number(), "evidence").verdict()).isEqualTo(RuleResult.Verdict.OBJECTION);
    }

    @Test
    void scenario_15_with_one_of_the_documents_and_its_file_it_is_complete() {
        open();
        var draft = drafted(scientist(List.of()));
        var file = as("lan", FINANCE, () -> nominations.attach(draft.number(), files(AwardProcedure.EVIDENCE)))
                .get(0);

        as(
                "lan",
                FINANCE,
                () -> nominations.saveDraft(
                        draft.number(), scientist(List.of(evidence("Giấy chứng nhận", file.id())))));
        assertThat(rule(draft.number(), "evidence").verdict()).isEqualTo(RuleResult.Verdict.OBJECTION);
        as(
                "lan",
                FINANCE,
                () -> nominations.saveDraft(
                        draft.number(), scientist(List.of(evidence("Bằng sáng chế", UUID.randomUUID())))));
        assertThat(rule(draft.number(), "evidence").verdict()).isEqualTo(RuleResult.Verdict.OBJECTION);
        as(
                "lan",
                FINANCE,
                () -> nominations.saveDraft(draft.number(), scientist(List.of(evidence("bằng sáng chế", file.id())))));
        as("lan", FINANCE, () -> nominations.submit(draft.number()));

        assertThat(rule(draft.number(), "evidence").verdict()).isEqualTo(RuleResult.Verdict.MET);
    }

    private static DossierContent scientist(List<EvidenceEntry> evidence) {
        var plain = content(BK_TINH, person("Trần Văn Sáng"));
        return new DossierContent(
                plain.form(),
                null,
                plain.kind(),
                plain.nominee(),
                "d",
                plain.achievements(),
                true,
                false,
                null,
                plain.summary(),
                null,
                evidence,
                null);
    }

    private static EvidenceEntry evidence(String document, UUID file) {
        return new EvidenceEntry(document, "123/BSC", "Cục Sở hữu trí tuệ", "01/06/2026", file);
    }

    @Test
    void received_it_is_appraised_within_its_limit_under_the_law_frozen_that_day() {
        open();

        var received = received(bkTinh());

        assertThat(received.state()).isEqualTo(DossierState.IN_APPRAISAL);
        assertThat(received.receivedAt()).isEqualTo(clock.instant());
        assertThat(received.rulePack()).isEqualTo("luat-06-2026");
        assertThat(received.limitAt()).isEqualTo(Office.instant("05/12/2026"));
        assertThat(received.limitBasis()).startsWith("thẩm định trong 20 ngày làm việc");
        assertThat(dossiers.versions(received.number()).get(0).outcome()).isEqualTo("RECEIVED");
        assertThat(happened()).containsExactly(Kind.SUBMITTED, Kind.RECEIVED);
    }

    @Test
    void receiving_is_the_lead_agencys_alone_and_once() {
        open();
        var number = submitted(bkTinh()).number();

        for (var group : List.of(FINANCE, HEALTH, "binh-phuoc.so-khcn", "binh-phuoc.chu-tich-ubnd-tinh")) {
            assertThat(refusedAs("ai-do", group, () -> nominations.receive(number, ReceiptAnswer.receive()))
                            .kind()
                            .status())
                    .isEqualTo(403);
        }
        receive(number);
        assertThat(refused(() -> receive(number)).code()).isEqualTo("dossier-state");
    }

    @Test
    void a_draft_is_not_received() {
        open();
        var number = drafted(bkTinh()).number();

        assertThat(refused(() -> receive(number)).code()).isEqualTo("dossier-state");
    }

    @Test
    void nobody_receives_the_dossier_of_the_own_unit_or_one_they_composed() {
        open();
        var number = submitted(bkTinh()).number();

        var own = refused(() -> new Actor("minh", Set.of(LEAD, FINANCE)).act(() -> {
            nominations.receive(number, ReceiptAnswer.receive());
            return true;
        }));
        assertThat(own.kind().status()).isEqualTo(403);
        assertThat(own.sentence()).contains("đơn vị của ông/bà");
        var composed = refusedAs("lan", LEAD, () -> nominations.receive(number, ReceiptAnswer.receive()));
        assertThat(composed.kind().status()).isEqualTo(403);
        assertThat(composed.sentence()).contains("một khâu khác");
    }

    @Test
    void scenario_13_the_law_is_that_of_the_day_of_receipt_and_stays() {
        at("25/09/2026 08:00:00");
        open();
        var old = submitted(bkTinh());
        var changed = submitted(content(BK_TINH, collective("Phòng Hai", "so-tai-chinh")));

        at("30/09/2026 23:59:59");
        receive(old.number());
        at("01/10/2026");
        receive(changed.number());

        assertThat(dossiers.get(old.number()).rulePack()).isEqualTo("nd-152-2025");
        assertThat(dossiers.get(changed.number()).rulePack()).isEqualTo("luat-06-2026");
        assertThat(rule(old.number(), "rule-pack").verdict()).isEqualTo(RuleResult.Verdict.MET);
        assertThat(rule(changed.number(), "rule-pack").reason()).contains("phải tự đối chiếu Luật sửa đổi");
    }

    @Test
    void scenario_13_a_dossier_received_before_keeps_its_law_when_it_is_received_again_after() {
        at("25/09/2026 08:00:00");
        open();
        var number = received(bkTinh()).number();
        as("minh", LEAD, () -> transitions.askSupplement(number, Office.date("05/10/2026"), "Thiếu", "Điều 6"));
        at("02/10/2026 09:00:00");
        as("lan", FINANCE, () -> nominations.submit(number));

        receive(number);

        assertThat(dossiers.get(number).rulePack()).isEqualTo("nd-152-2025");
    }

    @Test
    void where_no_law_is_in_force_nothing_is_received_before_a_ruling() {
        at("01/03/2027 08:00:00");
        open(Occasion.ANNUAL, 2027);
        var number = submitted(
                        "binh-phuoc/2027-ANNUAL", content(GK, person("Hoa"), "Số hóa", "01/01/2027", "28/02/2027"))
                .number();

        var refusal = refused(() -> receive(number));

        assertThat(refusal.code()).isEqualTo("no-rule-pack");
        assertThat(refusal.sentence()).contains("01/03/2027");
        assertThat(rule(number, "rule-pack").verdict()).isEqualTo(RuleResult.Verdict.ASK);
    }

    @Test
    void scenario_10_returned_for_a_supplement_and_handed_in_again_both_versions_are_kept() {
        open();
        var number = submitted(bkTinh()).number();
        as("minh", LEAD, () -> nominations.receive(number, supplement("12/11/2026")));

        var asked = dossiers.get(number);
        assertThat(asked.state()).isEqualTo(DossierState.SUPPLEMENT);
        assertThat(asked.turnGroup()).isEqualTo(FINANCE);
        assertThat(asked.limitAt()).isEqualTo(Office.instant("13/11/2026"));
        assertThat(happened()).endsWith(Kind.SUPPLEMENT_REQUESTED);
        at("09/11/2026 08:00:00");
        as("lan", FINANCE, () -> {
            nominations.attach(number, files(AwardProcedure.REPORT));
            nominations.submit(number);
        });

        var again = dossiers.get(number);
        assertThat(again.state()).isEqualTo(DossierState.SUBMITTED);
        assertThat(again.version()).isEqualTo(2);
        assertThat(again.limitAt()).isEqualTo(Office.instant("24/11/2026"));
        assertThat(dossiers.versions(number))
                .extracting(DossierVersion::version)
                .containsExactly(2, 1);
        assertThat(dossiers.versions(number).get(1).outcomeReason()).isEqualTo("Báo cáo thành tích chưa có xác nhận");
        assertThat(dossiers.versions(number).get(1).content().components().get(AwardProcedure.REPORT))
                .hasSize(1);
        assertThat(dossiers.versions(number).get(0).content().components().get(AwardProcedure.REPORT))
                .hasSize(2);

        as("minh", LEAD, () -> nominations.receive(number, supplement("20/11/2026")));
        assertThat(dossiers.get(number).state()).isEqualTo(DossierState.SUPPLEMENT);
    }

    @Test
    void a_supplement_comes_in_time_until_midnight_after_its_last_day_even_when_the_window_has_closed() {
        open();
        var number = submitted(bkTinh()).number();
        var other = submitted(content(GK, person("Hoa"))).number();
        as("minh", LEAD, () -> nominations.receive(number, supplement("25/11/2026")));
        as("minh", LEAD, () -> nominations.receive(other, supplement("25/11/2026")));
        at("25/11/2026 23:59:59");
        as("lan", FINANCE, () -> nominations.submit(number));
        assertThat(refused(() -> nominations.endSupplement(other)).code()).isEqualTo("supplement-open");

        at("26/11/2026");
        assertThat(refusedAs("lan", FINANCE, () -> nominations.submit(other)).code())
                .isEqualTo("supplement-late");
        nominations.endSupplement(other);
        nominations.endSupplement(other);

        var back = dossiers.get(other);
        assertThat(back.state()).isEqualTo(DossierState.SUBMITTED);
        assertThat(back.version()).isEqualTo(1);
        assertThat(back.turnGroup()).isEqualTo(LEAD);
        assertThat(dossiers.history(other))
                .last()
                .satisfies(entry -> assertThat(entry.note()).contains("chưa bổ sung"));
    }

    @Test
    void a_supplement_that_did_not_come_leaves_the_version_that_was_submitted() {
        open();
        var number = submitted(bkTinh()).number();
        as("minh", LEAD, () -> nominations.receive(number, supplement("12/11/2026")));
        as(
                "lan",
                FINANCE,
                () -> nominations.saveDraft(number, content(BK_TINH, collective("Phòng Khác", "so-tai-chinh"))));
        at("13/11/2026");
        nominations.endSupplement(number);

        assertThat(dossiers.content(number).nominee().name()).isEqualTo("Phòng Công nghệ");
        assertThat(dossiers.get(number).nomineeName()).isEqualTo("Phòng Công nghệ");
    }

    @ParameterizedTest
    @CsvSource({
        "SUPPLEMENT, '', Điều 6, 12/11/2026, reason",
        "SUPPLEMENT, Thiếu, '', 12/11/2026, article",
        "SUPPLEMENT, Thiếu, Điều 6, , newDeadline",
        "SUPPLEMENT, Thiếu, Điều 6, 04/11/2026, newDeadline",
        "RETURN, '', Điều 6, , reason",
        "RETURN, Không đạt, '', , article",
        ", , , , decision"
    })
    void a_supplement_and_a_return_name_reason_article_and_day(
            ReceiptAnswer.Decision decision, String reason, String article, String deadline, String field) {
        open();
        var number = submitted(bkTinh()).number();
        var answer = new ReceiptAnswer(decision, reason, article, deadline, null);

        assertThat(refusedAs("minh", LEAD, () -> nominations.receive(number, answer))
                        .field())
                .isEqualTo(field);
        assertThat(dossiers.get(number).state()).isEqualTo(DossierState.SUBMITTED);
    }

    @Test
    void returned_it_is_over() {
        open();
        var number = submitted(bkTinh()).number();

        as(
                "minh",
                LEAD,
                () -> nominations.receive(
                        number,
                        new ReceiptAnswer(
                                ReceiptAnswer.Decision.RETURN,
                                "Không đủ điều kiện",
                                "điểm a khoản 4 Điều 35",
                                null,
                                null)));

        assertThat(dossiers.get(number).state()).isEqualTo(DossierState.RETURNED);
        assertThat(dossiers.versions(number).get(0).outcome()).isEqualTo("RETURNED");
        assertThat(happened()).endsWith(Kind.RETURNED);
        assertThat(refusedAs("lan", FINANCE, () -> nominations.submit(number)).code())
                .isEqualTo("dossier-state");
        assertThat(refusedAs("lan", FINANCE, () -> nominations.withdraw(number, "Thôi"))
                        .code())
                .isEqualTo("dossier-state");
    }

    @Test
    void the_unit_takes_its_dossier_back_with_a_reason_at_any_stage_before_the_signature() {
        open();
        var draft = drafted(bkTinh()).number();
        var toSign = received(content(BK_TINH, collective("Phòng Hai", "so-tai-chinh")))
                .number();
        transitions.move(toSign, DossierState.APPRAISED, LEAD, null, null, null);
        transitions.move(toSign, DossierState.TO_SIGN, "", null, null, null);

        assertThat(refusedAs("lan", FINANCE, () -> nominations.withdraw(draft, " "))
                        .field())
                .isEqualTo("reason");
        for (var number : List.of(draft, toSign)) {
            as("lan", FINANCE, () -> nominations.withdraw(number, "Nhầm người"));
            assertThat(dossiers.get(number).state()).isEqualTo(DossierState.WITHDRAWN);
            assertThat(process.told).contains("ended " + number);
            assertThat(refusedAs("lan", FINANCE, () -> nominations.withdraw(number, "Nhầm người"))
                            .code())
                    .isEqualTo("dossier-state");
        }
    }

    @Test
    void what_went_up_is_not_taken_back_here() {
        open();
        var number = received(bkTinh()).number();
        transitions.move(number, DossierState.APPRAISED, LEAD, null, null, null);
        transitions.move(number, DossierState.ESCALATED, "", null, null, null);

        assertThat(refusedAs("lan", FINANCE, () -> nominations.withdraw(number, "Nhầm"))
                        .code())
                .isEqualTo("dossier-state");
    }

    @Test
    void a_dossier_of_the_commune_becomes_one_of_the_province_without_retyping() {
        open();
        adopt("binh-chuong");
        var commune = communeRound();
        var below = as("be", "binh-chuong.unit.so-y-te", () -> {
            var draft = nominations.create(
                    commune, "so-y-te", content(BK_TINH, collective("Thôn Một", "so-y-te")), allFiles());
            nominations.submit(draft.number());
            return dossiers.get(draft.number());
        });

        var above = as(
                        "van-thu",
                        "binh-chuong.clerk",
                        () -> nominations.handOver(List.of(below.number()), ROUND, "so-y-te"))
                .get(0);

        assertThat(above.campaign()).isEqualTo(PROVINCE);
        assertThat(above.state()).isEqualTo(DossierState.SUBMITTED);
        assertThat(above.superiorOf()).isEqualTo(below.number());
        assertThat(above.nominee()).isEqualTo(below.nominee());
        assertThat(above.authorityGroup()).isEqualTo("binh-phuoc.chu-tich-ubnd-tinh");
        assertThat(below.authorityGroup()).isEmpty();
        assertThat(dossiers.content(above.number()).components())
                .isEqualTo(dossiers.content(below.number()).components());
        assertThat(dossiers.achievements(above.number())).isEqualTo(dossiers.achievements(below.number()));
        assertThat(process.told).contains("start " + above.number() + " SUBMITTED");
        assertThat(rule(above.number(), "one-achievement-pending").verdict()).isEqualTo(RuleResult.Verdict.MET);
        receive(above.number());
    }

    private String communeRound() {
        var standing = campaigns.get("binh-chuong").standingAgencyGroup();
        return as("phong", standing, () -> {
            var round = rounds.prepare("binh-chuong", Occasion.ANNUAL, 2026, "Đợt xã");
            rounds.setTerms(round.key(), asProposed(round.terms()));
            return round.key();
        });
    }

    @Test
    void everything_is_recorded() {
        open();
        received(bkTinh());

        assertThat(audited()).contains("dossier.created", "attachment.stored", "dossier.submitted", "dossier.received");
    }
}
