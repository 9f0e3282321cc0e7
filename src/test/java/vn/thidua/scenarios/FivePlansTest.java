package vn.thidua.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.campaign.CampaignPlan.AwardForm.BK_TINH;
import static vn.thidua.campaign.CampaignPlan.AwardForm.BK_TTG;
import static vn.thidua.campaign.CampaignPlan.AwardForm.CO_CP;
import static vn.thidua.campaign.CampaignPlan.AwardForm.CO_TINH;
import static vn.thidua.campaign.CampaignPlan.AwardForm.GK;
import static vn.thidua.campaign.CampaignPlan.AwardForm.HCLD;
import static vn.thidua.campaign.CampaignPlan.Occasion.ANNUAL;
import static vn.thidua.campaign.CampaignPlan.Occasion.FINAL_REVIEW;
import static vn.thidua.campaign.NomineeKind.COLLECTIVE;
import static vn.thidua.campaign.NomineeKind.INDIVIDUAL;
import static vn.thidua.support.Office.date;
import static vn.thidua.support.Office.unit;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.thidua.campaign.CampaignPlan.AwardForm;
import vn.thidua.campaign.NomineeKind;
import vn.thidua.decision.AwardDecision;
import vn.thidua.decision.AwardRegister;
import vn.thidua.decision.Certificate;
import vn.thidua.decision.Certificates;
import vn.thidua.decision.PublicAward;
import vn.thidua.decision.SuperiorSubmissions;
import vn.thidua.nomination.DossierState;
import vn.thidua.nomination.RoundTerms;

/** On each of the five plans a round runs from nomination to certificate or escalation, with the forms that plan names. */
class FivePlansTest extends AwardScenario {

    @Autowired
    private SuperiorSubmissions submissions;

    @Autowired
    private AwardRegister register;

    @Autowired
    private Certificates certificates;

    private String round;
    private final Map<AwardForm, String> dossiers = new EnumMap<>(AwardForm.class);

    private void nominate(String unit, List<AwardForm> forms) {
        for (var form : forms) {
            NomineeKind kind = form.forCollectivesOnly() || form == GK ? COLLECTIVE : INDIVIDUAL;
            var name = kind == COLLECTIVE ? "Tổ " + form.name() : "Đỗ Văn " + form.name();
            dossiers.put(form, awards.nominate(round, unit, form, kind, name).number());
        }
    }

    private void appraiseAll() {
        dossiers.values().forEach(each -> {
            awards.receive(each);
            awards.appraise(each);
        });
    }

    /**
     * The forms of the annual awards by plan; who decides on each where it is decided at this level, and the forms that go up.
     */
    @ParameterizedTest
    @CsvSource({
        "binh-phuoc, so-ban-nganh, BK_TINH GK, Chủ tịch Ủy ban nhân dân tỉnh Bình Phước|Thủ trưởng Cơ quan thử, ''",
        "binh-dinh, dia-phuong, GK, Thủ trưởng Cơ quan thử, ''",
        "son-la, luc-luong-vu-trang, GK, Thủ trưởng Cơ quan thử, ''",
        "binh-chuong, mttq-doan-the, GK BK_TINH, Chủ tịch UBND xã Bình Chương, BK_TINH",
        "quang-trach, doanh-nghiep, GK, Chủ tịch UBND xã Quảng Trạch, ''"
    })
    void the_annual_round_runs_from_nomination_to_certificate_or_escalation(
            String campaign, String group, String forms, String deciders, String up) {
        office.adopt(campaign, "02/11/2026", unit("co-quan", "Cơ quan thử", group));
        awards.council(campaign, 3);
        round = awards.open(campaign, ANNUAL, 2026, date("12/11/2026")).key();
        assertThat(awards.round(round).terms())
                .extracting(RoundTerms::forms)
                .isEqualTo(
                        Arrays.stream(forms.split(" ")).map(AwardForm::valueOf).toList());
        nominate("co-quan", awards.round(round).terms().forms());
        appraiseAll();
        var issued = awards.award(round);

        assertThat(issued).extracting(each -> each.authority().name()).containsExactlyInAnyOrder(deciders.split("\\|"));
        for (var decision : issued) {
            assertThat(decision.state()).isEqualTo(AwardDecision.State.HANDED_OVER);
            assertThat(decision.number().number()).isEqualTo(1);
            for (var dossier : cases(decision)) mustHaveItsCertificate(dossier);
        }
        if (up.isEmpty()) {
            assertThat(submissions.of(round)).isEmpty();
            assertThat(office.isRunning(round)).isFalse();
        } else {
            var letter = submissions.of(round).get(0);
            assertThat(letter.pending()).extracting(item -> item.form().name()).containsExactly(up);
            assertThat(open(letter.key())).containsExactly("Task_PrepareSubmission");
            assertThat(office.isRunning(round)).as("an outcome is awaited").isTrue();
        }
    }

    private void mustHaveItsCertificate(String dossier) {
        assertThat(state(dossier)).isEqualTo(DossierState.AWARDED);
        assertThat(office.isRunning(dossier)).isFalse();
        var entry = register.ofDossier(dossier).orElseThrow();
        assertThat(entry.prize()).isPositive();
        assertThat(certificates.of(entry.key()))
                .singleElement()
                .satisfies(certificate -> assertThat(certificates.find(certificate.code()))
                        .get()
                        .returns(Certificate.Status.VALID, PublicAward::status)
                        .returns("Cơ quan thử", PublicAward::unit)
                        .returns(entry.name(), PublicAward::name));
    }

    /** In 2030 every plan but Bình Phước's names all six forms; each goes to who decides on it, a commune's through its province. */
    @ParameterizedTest
    @CsvSource({
        "binh-dinh, so-ban-nganh, 2, Thủ tướng Chính phủ:BK_TTG CO_CP|Chủ tịch nước:HCLD",
        "son-la, so-ban-nganh, 2, Thủ tướng Chính phủ:BK_TTG CO_CP|Chủ tịch nước:HCLD",
        "binh-chuong, co-quan-don-vi, 1, Chủ tịch UBND tỉnh Quảng Ngãi:BK_TINH BK_TTG CO_CP CO_TINH HCLD",
        "quang-trach, ban-nganh, 1, Chủ tịch UBND tỉnh Quảng Trị:BK_TINH BK_TTG CO_CP CO_TINH HCLD"
    })
    void at_the_final_review_each_of_the_six_forms_goes_to_who_decides_on_it(
            String campaign, String group, int decisions, String letters) {
        office.adopt(campaign, "02/12/2030", unit("co-quan", "Cơ quan thử", group));
        ruleOnTheLaw(campaign, date("02/12/2030"), date("31/12/2030"));
        awards.council(campaign, 5);
        round = awards.open(campaign, FINAL_REVIEW, 2030, date("06/12/2030")).key();
        nominate("co-quan", List.of(HCLD, CO_CP, BK_TTG, CO_TINH, BK_TINH, GK));
        appraiseAll();
        toDecisions(round);

        assertThat(awards.decisions(round)).hasSize(decisions);
        var gone = new LinkedHashMap<String, String>();
        submissions
                .of(round)
                .forEach(letter -> gone.put(
                        letter.superior().name(),
                        String.join(
                                " ",
                                letter.pending().stream()
                                        .map(item -> item.form().name())
                                        .sorted()
                                        .toList())));
        assertThat(gone).containsExactlyInAnyOrderEntriesOf(expected(letters));
        assertThat(state(dossiers.get(GK))).isEqualTo(DossierState.TO_SIGN);
    }

    private static Map<String, String> expected(String letters) {
        var expected = new LinkedHashMap<String, String>();
        for (var letter : letters.split("\\|")) expected.put(letter.split(":")[0], letter.split(":")[1]);
        return expected;
    }
}
