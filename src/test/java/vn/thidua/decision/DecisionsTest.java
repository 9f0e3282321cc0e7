package vn.thidua.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static vn.thidua.campaign.CampaignPlan.AwardForm.BK_TINH;
import static vn.thidua.campaign.CampaignPlan.AwardForm.GK;
import static vn.thidua.campaign.CampaignPlan.Occasion.ANNUAL;
import static vn.thidua.campaign.CampaignPlan.Occasion.FINAL_REVIEW;
import static vn.thidua.campaign.CampaignPlan.Occasion.INTERIM_REVIEW;
import static vn.thidua.campaign.NomineeKind.COLLECTIVE;
import static vn.thidua.campaign.NomineeKind.HOUSEHOLD;
import static vn.thidua.campaign.NomineeKind.INDIVIDUAL;
import static vn.thidua.support.Office.date;
import static vn.thidua.support.Office.instant;
import static vn.thidua.support.Office.unit;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thidua.act.Actor;
import vn.thidua.act.Refusal;
import vn.thidua.campaign.Aspect;
import vn.thidua.campaign.CampaignPlan.Quota;
import vn.thidua.campaign.PlanChanges;
import vn.thidua.decision.AwardDecision.State;
import vn.thidua.decision.SignAnswer.StruckOut;
import vn.thidua.nomination.DossierState;
import vn.thidua.nomination.Nominations;
import vn.thidua.nomination.PastAward;
import vn.thidua.nomination.PastAwards;
import vn.thidua.organisation.Accounts;
import vn.thidua.organisation.Delegation.Capacity;
import vn.thidua.organisation.Delegations;
import vn.thidua.organisation.Groups;

/** From the vote to the certificate. */
class DecisionsTest extends DecisionTest {

    @Autowired
    private DecisionTable table;

    @Autowired
    private QuotaUse quotas;

    @Autowired
    private AwardRegister register;

    @Autowired
    private Certificates certificates;

    @Autowired
    private PlanChanges changes;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Delegations delegations;

    @Autowired
    private Nominations nominations;

    @Autowired
    private PastAwards pastAwards;

    @Autowired
    private TransactionTemplate transactions;

    private void adopt(String day) {
        office.adopt(
                "binh-phuoc",
                day,
                unit("so-tai-chinh", "Sở Tài chính", "so-ban-nganh"),
                unit("xa-loc-ninh", "UBND xã Lộc Ninh", "dia-phuong"));
    }

    @Test
    void ten_collectives_and_fifteen_individuals_are_decided_in_a_year_and_the_eleventh_collective_waits() {
        adopt("01/12/2026");
        var round = round("binh-phuoc", ANNUAL, 2026, BK_TINH);
        var collectives = voted(round, "so-tai-chinh", 11, BK_TINH, COLLECTIVE);
        voted(round, "xa-loc-ninh", 15, BK_TINH, INDIVIDUAL);
        var decision = toSign(round);

        assertThatThrownBy(() -> sign(decision))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("cho tập thể là 10 (điểm IV.2.c), đã dùng 0, quyết định này cần 11");
        office.as(
                "chair",
                CHAIR,
                () -> decisions.sign(
                        decision.key(), signing(new StruckOut(collectives.get(10), "Chờ chỉ tiêu", true))));

        assertThat(decisions.get(decision.key()))
                .returns(State.SIGNED, AwardDecision::state)
                .satisfies(signed -> assertThat(signed.standing()).hasSize(25));
        assertThat(quotas.standing("binh-phuoc", ANNUAL, BK_TINH, 2026))
                .extracting(QuotaStanding::used)
                .containsExactly(10, 15, 0);
        var waiting = decisions.of(round).get(1);
        assertThat(of(waiting.items(), DecisionItem::dossier)).containsExactly(collectives.get(10));
        assertThat(dossier(collectives.get(10)).state()).isEqualTo(DossierState.TO_SIGN);
        drafted(waiting);
        assertThatThrownBy(() -> sign(waiting))
                .hasMessageContaining(
                        "đã dùng 10, quyết định này cần 1. Chỗ gần nhất do chair dùng khi ký " + decision.key());
    }

    @Test
    void a_withdrawal_before_the_signature_frees_the_place() {
        adopt("01/12/2026");
        var round = round("binh-phuoc", ANNUAL, 2026, BK_TINH);
        var collectives = voted(round, "so-tai-chinh", 11, BK_TINH, COLLECTIVE);
        var decision = toSign(round);

        office.as(
                "unit-officer",
                "binh-phuoc.unit.so-tai-chinh",
                () -> nominations.withdraw(collectives.get(3), "Xin rút"));
        sign(decision);

        assertThat(decisions.get(decision.key()).standing()).hasSize(10);
        assertThat(decisions.get(decision.key()).items())
                .filteredOn(item -> !item.stands())
                .extracting(DecisionItem::dossier, DecisionItem::struckOut)
                .containsExactly(tuple(collectives.get(3), "Đơn vị đã rút: Xin rút"));
    }

    @Test
    void what_is_signed_can_no_longer_be_withdrawn() {
        adopt("01/12/2026");
        var round = round("binh-phuoc", ANNUAL, 2026, BK_TINH);
        var one = voted(round, "so-tai-chinh", "Phòng A", BK_TINH, COLLECTIVE);
        sign(toSign(round));

        assertThatThrownBy(() -> office.as(
                        "unit-officer", "binh-phuoc.unit.so-tai-chinh", () -> nominations.withdraw(one, "Xin rút")))
                .hasMessageContaining("đã được ký nên không rút hoặc dừng được nữa");
        assertThat(dossier(one).state()).isEqualTo(DossierState.TO_SIGN);
    }

    @Test
    void what_is_withdrawn_while_the_chairman_signs_is_not_signed() throws Exception {
        adopt("01/12/2026");
        var round = round("binh-phuoc", ANNUAL, 2026, BK_TINH);
        var cases = voted(round, "so-tai-chinh", 2, BK_TINH, COLLECTIVE);
        var decision = toSign(round);
        var signing = Executors.newSingleThreadExecutor();
        var signed = transactions.execute(status -> {
            table.lock(decision.id());
            var waiting = signing.submit(() -> sign(decision));
            await(() -> sql.sql("select count(*) from pg_locks where not granted")
                            .query(Integer.class)
                            .single()
                    > 0);
            office.as(
                    "unit-officer",
                    "binh-phuoc.unit.so-tai-chinh",
                    () -> nominations.withdraw(cases.get(0), "Xin rút"));
            return waiting;
        });

        assertThatThrownBy(signed::get).rootCause().hasMessageContaining("vừa thay đổi vì có hồ sơ được rút");
        signing.shutdown();
        assertThat(quotas.standing("binh-phuoc", ANNUAL, BK_TINH, 2026).get(0).used())
                .isZero();
        sign(decision);
        assertThat(decisions.get(decision.key()).standing()).hasSize(1);
        assertThat(quotas.standing("binh-phuoc", ANNUAL, BK_TINH, 2026).get(0).used())
                .isEqualTo(1);
    }

    private static void await(BooleanSupplier happened) {
        for (int i = 0; i < 600 && !happened.getAsBoolean(); i++) {
            LockSupport.parkNanos(10_000_000);
        }
        assertThat(happened.getAsBoolean()).as("it has come so far").isTrue();
    }

    @Test
    void a_draft_whose_last_case_is_withdrawn_comes_to_its_end() {
        adopt("01/12/2026");
        var round = round("binh-phuoc", ANNUAL, 2026, BK_TINH);
        var one = voted(round, "so-tai-chinh", "Phòng A", BK_TINH, COLLECTIVE);
        var decision = toSign(round);

        office.as("unit-officer", "binh-phuoc.unit.so-tai-chinh", () -> nominations.withdraw(one, "Xin rút"));

        assertThat(decisions.get(decision.key()).state()).isEqualTo(State.EMPTY);
        assertThat(decisions.nothingLeft(round)).isTrue();
        assertThat(office.isRunning(decision.key())).isFalse();
    }

    @Test
    void the_annual_quota_counts_anew_each_year_and_the_interim_review_apart() {
        adopt("01/12/2027");
        var annual = round("binh-phuoc", ANNUAL, 2027, BK_TINH);
        var interim = round("binh-phuoc", INTERIM_REVIEW, 2027, BK_TINH);
        voted(annual, "so-tai-chinh", 10, BK_TINH, COLLECTIVE);
        voted(interim, "so-tai-chinh", 15, BK_TINH, COLLECTIVE);
        voted(interim, "so-tai-chinh", 20, BK_TINH, INDIVIDUAL);
        sign(toSign(annual));

        sign(toSign(interim));

        assertThat(quotas.standing("binh-phuoc", ANNUAL, BK_TINH, 2027))
                .extracting(QuotaStanding::used)
                .containsExactly(10, 0, 0);
        assertThat(quotas.standing("binh-phuoc", INTERIM_REVIEW, BK_TINH, 2027))
                .extracting(QuotaStanding::used)
                .containsExactly(15, 20, 0);
        assertThat(quotas.standing("binh-phuoc", ANNUAL, BK_TINH, 2028))
                .extracting(QuotaStanding::used)
                .containsExactly(0, 0, 0);
    }

    @Test
    void after_decree_152_has_expired_no_prize_is_computed_and_the_sum_is_asked_for() {
        adopt("01/12/2027");
        var round = round("binh-phuoc", INTERIM_REVIEW, 2027, BK_TINH);
        voted(round, "so-tai-chinh", "Phòng A", BK_TINH, COLLECTIVE);
        var decision = toSign(round);
        sign(decision);

        refusedAs(CLERK, () -> decisions.number(decision.key(), NumberAnswer.on("01/12/2027")))
                .hasMessageContaining("Hãy nhập số tiền theo quy định hiện hành");
        office.as(
                "clerk",
                CLERK,
                () -> decisions.number(
                        decision.key(),
                        new NumberAnswer("01/12/2027", null, 9_000_000L, null, null, "15/NQ-HĐND ngày 01/06/2027")));

        assertThat(decisions.get(decision.key()).items().get(0))
                .returns(9_000_000L, DecisionItem::prize)
                .returns("15/NQ-HĐND ngày 01/06/2027", DecisionItem::prizeSource);
    }

    @Test
    void what_is_not_allocated_yet_cannot_be_decided_until_an_amendment_says_how_many() {
        adopt("01/11/2030");
        var round = round("binh-phuoc", FINAL_REVIEW, 2030, BK_TINH);
        voted(round, "so-tai-chinh", 2, BK_TINH, COLLECTIVE);
        var decision = toSign(round);
        assertThatThrownBy(() -> sign(decision))
                .hasMessageContaining("chưa được phân bổ số lượng")
                .hasMessageContaining("điểm IV.2.c")
                .hasMessageContaining("trang sửa đổi kế hoạch");

        office.as(
                "standing-officer",
                "binh-phuoc.so-noi-vu",
                () -> changes.amend(
                        "binh-phuoc",
                        null,
                        Aspect.QUOTA,
                        new PlanChanges.Decision(
                                "88/QĐ-UBND",
                                "01/11/2030",
                                "Phân bổ số lượng khen thưởng tổng kết",
                                null,
                                null,
                                null,
                                null,
                                List.of(),
                                List.of(),
                                new Quota(
                                        FINAL_REVIEW, BK_TINH, Quota.State.LIMITED, 2, 3, null, null, "", "", null))));
        sign(decision);

        assertThat(decisions.get(decision.key()).state()).isEqualTo(State.SIGNED);
    }

    @Test
    void a_household_waits_for_a_ruling_where_the_quota_names_none() {
        adopt("01/12/2026");
        var round = round("binh-phuoc", ANNUAL, 2026, BK_TINH);
        voted(round, "xa-loc-ninh", "Hộ ông Nguyễn Văn A", BK_TINH, HOUSEHOLD);
        var decision = toSign(round);

        assertThatThrownBy(() -> sign(decision)).hasMessageContaining("không nêu hộ gia đình tính vào đâu");
    }

    @Test
    void without_a_quota_there_is_no_gate() {
        office.adopt("son-la", "01/12/2027", unit("so-y-te", "Sở Y tế", "so-ban-nganh"));
        var round = round("son-la", INTERIM_REVIEW, 2027, BK_TINH);
        voted(round, "so-y-te", 40, BK_TINH, COLLECTIVE);
        var decision = toSign(round);

        office.as("chair", "son-la.chu-tich-ubnd-tinh", () -> decisions.sign(decision.key(), signing()));

        assertThat(decisions.get(decision.key()).state()).isEqualTo(State.SIGNED);
    }

    @Test
    void one_decision_for_each_authority_and_what_the_council_has_not_voted_on_is_left_alone() {
        adopt("01/12/2026");
        var round = round("binh-phuoc", ANNUAL, 2026, BK_TINH, GK);
        voted(round, "so-tai-chinh", "Phòng A", BK_TINH, COLLECTIVE);
        dossier(round, "so-tai-chinh", "Phòng B", GK, COLLECTIVE, DossierState.APPRAISED);
        dossier(round, "xa-loc-ninh", "Thôn C", GK, COLLECTIVE, DossierState.APPRAISED);
        dossier(round, "xa-loc-ninh", "Thôn D", BK_TINH, COLLECTIVE, DossierState.APPRAISED);

        var opened = decisions.open(round);

        assertThat(opened)
                .extracting(each -> each.authority().name())
                .containsExactly(
                        "Chủ tịch Ủy ban nhân dân tỉnh Bình Phước",
                        "Thủ trưởng Sở Tài chính",
                        "Thủ trưởng UBND xã Lộc Ninh");
        assertThat(opened).extracting(AwardDecision::symbol).containsExactly("QĐ-UBND", "QĐ-STC", "QĐ-UBND");
        assertThat(opened)
                .extracting(AwardDecision::draftingGroup)
                .containsExactly(LEAD, "binh-phuoc.unit.so-tai-chinh", "binh-phuoc.unit.xa-loc-ninh");
        assertThat(decisions.open(round)).as("a second time").isEmpty();
    }

    @Test
    void the_head_of_a_unit_decides_on_giay_khen_of_the_own_unit() {
        adopt("01/12/2026");
        var round = round("binh-phuoc", ANNUAL, 2026, GK);
        var one = dossier(round, "so-tai-chinh", "Phòng B", GK, COLLECTIVE, DossierState.APPRAISED);
        sql.sql("update dossier set authority_group = unit_group where number = ?")
                .param(one)
                .update();
        var decision = toSign(round);
        refusedAs(CHAIR, () -> decisions.sign(decision.key(), signing()))
                .hasMessageContaining("Chỉ Thủ trưởng Sở Tài chính");

        office.as("head", "binh-phuoc.unit.so-tai-chinh", () -> decisions.sign(decision.key(), signing()));
        office.as(
                "unit-clerk",
                "binh-phuoc.unit.so-tai-chinh",
                () -> decisions.number(decision.key(), NumberAnswer.on("01/12/2026")));
        decisions.issue(decision.key());

        assertThat(decisions.get(decision.key()).number().text()).isEqualTo("01/QĐ-STC");
        assertThat(dossier(one).state()).isEqualTo(DossierState.AWARDED);
    }

    @Test
    void struck_out_with_a_reason_a_case_is_not_awarded() {
        adopt("01/12/2026");
        var round = round("binh-phuoc", ANNUAL, 2026, BK_TINH);
        var numbers = voted(round, "so-tai-chinh", 2, BK_TINH, COLLECTIVE);
        var decision = toSign(round);
        refusedAs(CHAIR, () -> decisions.sign(decision.key(), signing(new StruckOut(numbers.get(0), " ", null))))
                .hasMessageContaining("Chưa ghi lý do gạch tên");

        office.as(
                "chair",
                CHAIR,
                () -> decisions.sign(
                        decision.key(), signing(new StruckOut(numbers.get(0), "Chưa đủ thành tích", null))));

        assertThat(dossier(numbers.get(0)).state()).isEqualTo(DossierState.NOT_AWARDED);
        assertThat(dossier(numbers.get(1)).state()).isEqualTo(DossierState.TO_SIGN);
        assertThat(quotas.standing("binh-phuoc", ANNUAL, BK_TINH, 2026).get(0).used())
                .isEqualTo(1);
    }

    @Test
    void sent_back_it_is_drafted_again() {
        adopt("01/12/2026");
        var round = round("binh-phuoc", ANNUAL, 2026, BK_TINH);
        voted(round, "so-tai-chinh", "Phòng A", BK_TINH, COLLECTIVE);
        var decision = toSign(round);
        refusedAs(CHAIR, () -> decisions.sign(decision.key(), new SignAnswer("SEND_BACK", "", null)))
                .hasMessageContaining("Chưa ghi lý do trả lại");

        office.as(
                "chair",
                CHAIR,
                () -> decisions.sign(decision.key(), new SignAnswer("SEND_BACK", "Bổ sung căn cứ", null)));

        assertThat(decisions.get(decision.key()))
                .returns(State.DRAFTING, AwardDecision::state)
                .returns("Bổ sung căn cứ", AwardDecision::sentBack);
        assertThat(drafted(decision).sentBack()).isNull();
    }

    @Test
    void nobody_signs_a_case_of_the_own_unit_or_after_acting_in_another_stage() {
        adopt("01/12/2026");
        var round = round("binh-phuoc", ANNUAL, 2026, BK_TINH);
        var one = voted(round, "so-tai-chinh", "Phòng A", BK_TINH, COLLECTIVE);
        var decision = toSign(round);

        assertThatThrownBy(() -> new Actor("chair", Set.of(CHAIR, "binh-phuoc.unit.so-tai-chinh")).act(() -> {
                    decisions.sign(decision.key(), signing());
                    return null;
                }))
                .hasMessageContaining("đơn vị của ông/bà");
        sql.sql("insert into dossier_act(dossier, actor, stage, at) values (?, 'chair', 'APPRAISAL', now())")
                .param(one)
                .update();
        assertThatThrownBy(() -> sign(decision)).hasMessageContaining("đã làm một khâu khác");
    }

    @Test
    void a_deputy_signs_only_on_days_of_a_delegation_and_in_its_capacity() {
        adopt("01/12/2026");
        var round = round("binh-phuoc", ANNUAL, 2026, BK_TINH);
        voted(round, "so-tai-chinh", "Phòng A", BK_TINH, COLLECTIVE);
        var decision = toSign(round);
        accounts.create("pho", "Trần Thị B", "pho@office.example", "Thidua@Test2026", Set.of());
        office.as(
                "standing-officer",
                LEAD,
                () -> delegations.grant(
                        "binh-phuoc",
                        "pho",
                        "Trần Thị B",
                        "Phó Chủ tịch Thường trực",
                        Capacity.KT,
                        date("02/12/2026"),
                        date("03/12/2026"),
                        "1068/QĐ-UBND",
                        date("01/12/2026")));
        var deputies = Groups.ofDeputy("binh-phuoc");

        refusedAs("pho", deputies, () -> decisions.sign(decision.key(), signing()))
                .hasMessageContaining("Hôm nay (01/12/2026) không có văn bản giao quyền, ủy quyền nào");
        office.travelTo("04/12/2026 00:00:00");
        refusedAs("pho", deputies, () -> decisions.sign(decision.key(), signing()))
                .hasMessageContaining("Hôm nay (04/12/2026)");
        office.travelTo("03/12/2026 23:59:59");
        office.as("pho", deputies, () -> decisions.sign(decision.key(), signing()));

        assertThat(decisions.get(decision.key()).signature())
                .returns("Trần Thị B", Signature::name)
                .returns(List.of("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH THƯỜNG TRỰC"), Signature::lines)
                .returns("1068/QĐ-UBND ngày 01/12/2026", Signature::delegation);
    }

    @Test
    void the_chairman_signs_in_person() {
        adopt("01/12/2026");
        var round = round("binh-phuoc", ANNUAL, 2026, BK_TINH);
        voted(round, "so-tai-chinh", "Phòng A", BK_TINH, COLLECTIVE);
        var decision = toSign(round);
        refusedAs(LEAD, () -> decisions.sign(decision.key(), signing())).hasMessageContaining("Chỉ Chủ tịch");

        sign(decision);

        assertThat(decisions.get(decision.key()).signature())
                .returns(List.of("CHỦ TỊCH"), Signature::lines)
                .returns(null, Signature::delegation);
    }

    @Test
    void the_prize_is_that_of_the_day_of_the_decision() {
        adopt("30/06/2026");
        var round = round("binh-phuoc", ANNUAL, 2026, BK_TINH);
        voted(round, "so-tai-chinh", "Bà A", BK_TINH, INDIVIDUAL);
        voted(round, "so-tai-chinh", "Phòng A", BK_TINH, COLLECTIVE);
        var before = awarded(round);
        office.travelTo("01/07/2026 08:00:00");
        voted(round, "so-tai-chinh", "Bà B", BK_TINH, INDIVIDUAL);
        var after = awarded(round);

        assertThat(of(before.items(), DecisionItem::prize)).containsExactly(7_020_000L, 3_510_000L);
        assertThat(of(after.items(), DecisionItem::prize)).containsExactly(3_800_000L);
    }

    @Test
    void a_decision_is_numbered_in_the_issuers_series_not_before_its_signature_or_the_last_number() {
        adopt("01/12/2026");
        var round = round("binh-phuoc", ANNUAL, 2026, BK_TINH);
        voted(round, "so-tai-chinh", "Phòng A", BK_TINH, COLLECTIVE);
        var decision = toSign(round);
        office.travelTo("05/12/2026 08:00:00");
        sign(decision);
        sql.sql(
                        "insert into document_counter(issuer, kind, year, last_number, last_date) values (?, 'QĐ', 2026, 4, '2026-12-06')")
                .param(decision.issuer())
                .update();
        office.travelTo("07/12/2026 08:00:00");
        refusedAs(CLERK, () -> decisions.number(decision.key(), NumberAnswer.on("04/12/2026")))
                .hasMessageContaining("không được trước ngày ký (05/12/2026)");
        refusedAs(CLERK, () -> decisions.number(decision.key(), NumberAnswer.on("08/12/2026")))
                .hasMessageContaining("không được sau ngày hôm nay");
        refusedAs(CLERK, () -> decisions.number(decision.key(), NumberAnswer.on("05/12/2026")))
                .hasMessageContaining("số 04 ngày 06/12/2026");

        office.as("clerk", CLERK, () -> decisions.number(decision.key(), NumberAnswer.on("")));

        assertThat(decisions.get(decision.key()).number().inWords()).isEqualTo("05/QĐ-UBND ngày 07/12/2026");
        assertThatThrownBy(() -> office.as("clerk", CLERK, () -> decisions.number(decision.key(), NumberAnswer.on(""))))
                .as("twice")
                .hasMessageContaining("Đã vào số");
    }

    @Test
    void issued_each_case_stands_in_the_register_with_a_certificate_that_anybody_can_verify() {
        adopt("01/12/2026");
        var round = round("binh-phuoc", ANNUAL, 2026, BK_TINH);
        voted(round, "so-tai-chinh", "Bà Nguyễn Thị Hòa", BK_TINH, INDIVIDUAL);
        var collective = voted(round, "so-tai-chinh", "Phòng Ngân sách", BK_TINH, COLLECTIVE);

        var decision = awarded(round);

        assertThat(register.entries("binh-phuoc"))
                .extracting(RegisterEntry::key, RegisterEntry::name)
                .containsExactly(
                        tuple("binh-phuoc/SV-2026-00001", "Phòng Ngân sách"),
                        tuple("binh-phuoc/SV-2026-00002", "Bà Nguyễn Thị Hòa"));
        assertThat(of(decision.items(), DecisionItem::register))
                .containsExactly("binh-phuoc/SV-2026-00001", "binh-phuoc/SV-2026-00002");
        assertThat(register.search("binh-phuoc", "nguyễn thị hoà")).hasSize(1);
        assertThat(register.search("binh-phuoc", "Sở Tài chính")).hasSize(2);
        assertThat(register.search("binh-phuoc", "NGUYEN thi hoa")).hasSize(1);
        assertThat(register.search("binh-phuoc", "so tai chinh")).hasSize(2);
        assertThat(register.search("binh-phuoc", "nguyễn thị hoá")).isEmpty();
        assertThat(register.search("binh-phuoc", "ngãn sach"))
                .as("what is typed with accents has them")
                .isEmpty();
        var certificate = certificates.ofDecision(decision.id()).get(0);
        assertThat(certificate.numberText()).isEqualTo("00001/2026");
        assertThat(certificates.find(certificate.code()))
                .contains(new PublicAward(
                        Certificate.Status.VALID,
                        "Phòng Ngân sách",
                        "Sở Tài chính",
                        "Bằng khen của Chủ tịch UBND tỉnh"));
        assertThat(certificates.find("AAAAAAAAAAAAAAAAAAAAAA")).isEmpty();
        assertThat(dossier(collective).state()).isEqualTo(DossierState.AWARDED);
        assertThat(pastAwards.of(dossier(collective).nominee()))
                .extracting(PastAward::dossier, PastAward::status)
                .containsExactly(tuple(collective, "VALID"));
    }

    @Test
    void results_are_told_and_certificates_handed_over_within_ten_working_days() {
        adopt("18/11/2026");
        var round = round("binh-phuoc", ANNUAL, 2026, BK_TINH);
        voted(round, "so-tai-chinh", "Phòng A", BK_TINH, COLLECTIVE);
        var decision = awarded(round);

        assertThat(decision.tellBy()).isEqualTo(instant("04/12/2026")).isEqualTo(decision.deliverBy());
        refusedAs(LEAD + "x", () -> decisions.sendResults(decision.key(), new DeliveryAnswer(null, null)))
                .hasMessageContaining("Chỉ văn thư hoặc cơ quan thường trực");
        office.as("clerk", CLERK, () -> decisions.sendResults(decision.key(), new DeliveryAnswer("18/11/2026", null)));
        assertThat(decisions.nothingLeft(round)).isFalse();
        office.as(
                "clerk", CLERK, () -> decisions.handOver(decision.key(), new DeliveryAnswer(null, "Tại lễ tổng kết")));

        assertThat(decisions.get(decision.key()).state()).isEqualTo(State.HANDED_OVER);
        assertThat(decisions.nothingLeft(round)).isTrue();
    }

    @Test
    void five_hundred_awards_are_issued_at_once_and_delivered_within_twenty_working_days() {
        office.adopt("binh-dinh", "02/02/2026", unit("so-y-te", "Sở Y tế", "so-ban-nganh"));
        var round = round("binh-dinh", ANNUAL, 2026, BK_TINH);
        transactions.executeWithoutResult(status -> voted(round, "so-y-te", 500, BK_TINH, COLLECTIVE));
        var decision = toSign(round);
        office.as("chair", "binh-dinh.chu-tich-ubnd-tinh", () -> decisions.sign(decision.key(), signing()));
        office.as("clerk", Groups.ofClerk("binh-dinh"), () -> decisions.number(decision.key(), NumberAnswer.on(null)));
        decisions.issue(decision.key());

        var issued = decisions.get(decision.key());
        assertThat(issued.deliverBy()).isEqualTo(instant("10/03/2026"));
        assertThat(new HashSet<>(certificates.ofDecision(issued.id()).stream()
                        .map(Certificate::code)
                        .toList()))
                .hasSize(500);
        assertThat(register.ofDecision(issued.id()))
                .extracting(RegisterEntry::number)
                .startsWith(1, 2, 3)
                .endsWith(500);
    }

    @Test
    void a_decision_is_seen_by_those_who_work_on_it_and_once_issued_by_the_units_it_names() {
        adopt("01/12/2026");
        var round = round("binh-phuoc", ANNUAL, 2026, BK_TINH);
        voted(round, "so-tai-chinh", "Phòng A", BK_TINH, COLLECTIVE);
        var decision = toSign(round);
        var unit = "binh-phuoc.unit.so-tai-chinh";
        office.as("clerk", CLERK, () -> decisions.see(decision.id()));
        refusedAs(unit, () -> decisions.see(decision.id())).hasMessageContaining("không thuộc cơ quan, đơn vị");
        sign(decision);
        issue(decision);

        office.as("unit-officer", unit, () -> decisions.see(decision.id()));
        refusedAs("binh-phuoc.unit.xa-loc-ninh", () -> decisions.see(decision.id()))
                .hasMessageContaining("không thuộc cơ quan, đơn vị");
    }

    private AbstractThrowableAssert<?, ?> refusedAs(String group, Runnable work) {
        return refusedAs("somebody", group, work);
    }

    private AbstractThrowableAssert<?, ?> refusedAs(String user, String group, Runnable work) {
        ThrowingCallable call = () -> office.as(user, group, work);
        return assertThatThrownBy(call).isInstanceOf(Refusal.class);
    }
}
