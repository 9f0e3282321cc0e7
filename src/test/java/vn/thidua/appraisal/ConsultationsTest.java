package vn.thidua.appraisal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.thidua.support.Office.date;
import static vn.thidua.support.Office.instant;
import static vn.thidua.support.Office.unit;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.thidua.act.Refusal;
import vn.thidua.appraisal.Consultation.Kind;
import vn.thidua.campaign.CampaignPlan.AwardForm;
import vn.thidua.campaign.NomineeKind;
import vn.thidua.campaign.ThresholdBase;
import vn.thidua.nomination.DossierState;
import vn.thidua.support.AwardScene;
import vn.thidua.support.ThiDuaTest;

/** Lấy ý kiến, hiệp y: ten working days by the law frozen at receipt, and what was answered. */
class ConsultationsTest extends ThiDuaTest {

    private static final String LEAD = "binh-phuoc.so-noi-vu";

    @Autowired
    private Consultations consultations;

    @Autowired
    private AwardScene scene;

    private String director = "";
    private String provincial = "";

    @BeforeEach
    void adopt() {
        office.adopt("binh-phuoc", "18/11/2026", unit("so-y-te", "Sở Y tế", "so-ban-nganh"));
        var round = scene.round("binh-phuoc", LEAD, AwardScene.terms(51, ThresholdBase.ALL_MEMBERS, true, false));
        director = scene.dossier(
                round,
                1,
                "so-y-te",
                AwardForm.BK_TTG,
                NomineeKind.INDIVIDUAL,
                "Nguyễn Thị Hoa",
                "d",
                "FEMALE",
                DossierState.APPRAISED);
        provincial = scene.individual(round, 2, "so-y-te", "Lê Văn Bình", DossierState.APPRAISED);
    }

    @Test
    void sent_on_18_11_2026_the_reply_is_due_on_03_12_2026() {
        var party = request(director, Kind.PARTY_OPINION, "18/11/2026");
        var ministry = request(director, Kind.MINISTRY, "18/11/2026");

        assertThat(List.of(party, ministry)).allSatisfy(asked -> {
            assertThat(asked.dueOn()).isEqualTo(date("03/12/2026"));
            assertThat(asked.dueAt()).isEqualTo(instant("04/12/2026"));
            assertThat(asked.stateInWords()).isEqualTo("Chưa trả lời");
        });
        assertThat(ministry.limitBasis()).contains("Điều 34.6").contains("10 ngày làm việc");
        assertThat(consultations.awaited(List.of(director, provincial))).hasSize(2);
    }

    @Test
    void a_law_without_known_limits_gives_no_date() {
        scene.sql().sql("update dossier set rule_pack = 'nd-98-2023'").update();

        var asked = request(director, Kind.MINISTRY, "18/11/2026");

        assertThat(asked.dueOn()).isNull();
        assertThat(asked.limitBasis()).contains("chưa có dữ liệu");
        refused("không nêu thời hạn", () -> reply(asked.id(), new ReplyAnswer(null, null, null, null, true)));
    }

    @Test
    void only_the_lead_asks_and_only_about_state_level_dossiers() {
        refused(
                "Chỉ cơ quan chủ trì",
                () -> office.as(
                        "officer",
                        "binh-phuoc.so-khcn",
                        () -> consultations.request(
                                director, Kind.MINISTRY, "Bộ Nội vụ", date("18/11/2026"), "12/SNV")));
        refused("cấp Nhà nước", () -> request(provincial, Kind.MINISTRY, "18/11/2026"));
        refused("sau ngày hôm nay", () -> request(director, Kind.MINISTRY, "19/11/2026"));
        scene.hold(director);
        refused("tạm dừng", () -> request(director, Kind.MINISTRY, "18/11/2026"));
    }

    @Test
    void a_reply_is_entered_once_with_its_document() {
        var asked = request(director, Kind.PARTY_OPINION, "18/11/2026");
        office.travelTo("25/11/2026 09:00:00");

        refused("Số văn bản trả lời", () -> reply(asked.id(), new ReplyAnswer(true, " ", "25/11/2026", null, false)));
        refused("đồng ý", () -> reply(asked.id(), new ReplyAnswer(null, "5-CV/TU", "25/11/2026", null, false)));
        refused("từ ngày gửi", () -> reply(asked.id(), new ReplyAnswer(true, "5-CV/TU", "26/11/2026", null, false)));
        refused("Còn trong hạn", () -> reply(asked.id(), new ReplyAnswer(null, null, null, null, true)));
        reply(asked.id(), new ReplyAnswer(true, "5-CV/TU", "25/11/2026", null, false));

        assertThat(consultations.of(director)).singleElement().satisfies(answered -> {
            assertThat(answered.stateInWords()).isEqualTo("Đồng ý");
            assertThat(answered.replyDate()).isEqualTo(date("25/11/2026"));
        });
        assertThat(consultations.awaited(List.of(director))).isEmpty();
        refused("đã được ghi", () -> reply(asked.id(), new ReplyAnswer(false, "6-CV/TU", "25/11/2026", null, false)));
    }

    @Test
    void that_no_reply_came_can_be_entered_once_the_limit_has_passed() {
        var asked = request(director, Kind.MINISTRY, "18/11/2026");
        office.travelTo("03/12/2026 23:59:59");
        refused("Còn trong hạn", () -> reply(asked.id(), new ReplyAnswer(null, null, null, null, true)));

        office.travelTo("04/12/2026 00:00:00");
        reply(asked.id(), new ReplyAnswer(null, null, null, null, true));

        assertThat(consultations.get(asked.id()).stateInWords()).isEqualTo("Không trả lời");
    }

    private Consultation request(String dossier, Kind kind, String sentOn) {
        var asked = new Consultation[1];
        office.as(
                "officer",
                LEAD,
                () -> asked[0] = consultations.request(dossier, kind, "Bộ Nội vụ", date(sentOn), "12/SNV-TĐKT"));
        return asked[0];
    }

    private void reply(long id, ReplyAnswer answer) {
        office.as("officer", LEAD, () -> consultations.recordReply(id, answer));
    }

    private static void refused(String part, ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOf(Refusal.class).hasMessageContaining(part);
    }
}
