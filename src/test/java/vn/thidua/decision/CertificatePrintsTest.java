package vn.thidua.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.thidua.campaign.CampaignPlan.AwardForm.BK_TINH;
import static vn.thidua.campaign.CampaignPlan.AwardForm.GK;
import static vn.thidua.campaign.CampaignPlan.Occasion.ANNUAL;
import static vn.thidua.campaign.NomineeKind.COLLECTIVE;
import static vn.thidua.campaign.NomineeKind.INDIVIDUAL;
import static vn.thidua.support.Office.unit;

import java.util.ArrayList;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.thidua.act.Actor;
import vn.thidua.act.Refusal;
import vn.thidua.decision.CertificatePrints.Kind;
import vn.thidua.decision.CertificatePrints.Progress;
import vn.thidua.decision.CertificatePrints.State;
import vn.thidua.document.OverprintLayout;
import vn.thidua.support.Pdfs;

/** Bằng khen and Giấy khen of an issued decision. */
class CertificatePrintsTest extends DecisionTest {

    private static final String UNIT = "binh-phuoc.unit.so-tai-chinh";

    @Autowired
    private CertificatePrints prints;

    @Autowired
    private OverprintLayouts layouts;

    @Autowired
    private AwardRegister register;

    @Autowired
    private Certificates certificates;

    private String round;

    private AwardDecision issued() {
        office.adopt("binh-phuoc", "01/12/2026", unit("so-tai-chinh", "Sở Tài chính", "so-ban-nganh"));
        round = round("binh-phuoc", ANNUAL, 2026, BK_TINH);
        voted(round, "so-tai-chinh", "Phòng Ngân sách", BK_TINH, COLLECTIVE);
        voted(round, "so-tai-chinh", "Nguyễn Thị Ánh", BK_TINH, INDIVIDUAL);
        return awarded(round);
    }

    private static <T> T clerk(Supplier<T> work) {
        return new Actor("clerk", Set.of(CLERK)).act(work);
    }

    private static byte[] printed(CertificatePrints prints, long decision, Kind kind) throws InterruptedException {
        var started = clerk(() -> prints.start(decision, kind));
        var seen = new ArrayList<Progress>();
        do {
            Thread.sleep(20);
            seen.add(clerk(() -> prints.progress(started.id())));
        } while (seen.get(seen.size() - 1).state() == State.RUNNING);
        var last = seen.get(seen.size() - 1);
        assertThat(last.problem()).isNull();
        assertThat(last).returns(State.DONE, Progress::state).returns(last.total(), Progress::done);
        return clerk(() -> prints.take(started.id())).content();
    }

    @Test
    void all_certificates_come_in_one_pdf_in_the_order_of_the_list() throws InterruptedException {
        var decision = issued();
        var pdf = printed(prints, decision.id(), Kind.PDF);
        Pdfs.picture(pdf, "bang-khen-ca-quyet-dinh");

        assertThat(Pdfs.sizes(pdf)).containsExactly("297 × 210", "297 × 210");
        assertThat(Pdfs.text(pdf, 1))
                .contains("BẰNG KHEN", "Phòng Ngân sách", "Sở Tài chính", "01/QĐ-UBND", "CHỦ TỊCH");
        assertThat(Pdfs.text(pdf, 2))
                .contains(
                        "Nguyễn Thị Ánh",
                        "Đã có thành tích xuất sắc trong",
                        "năm 2026",
                        "00002/2026",
                        "localhost:8080/xac-minh");
        assertThat(Pdfs.fonts(pdf)).allMatch(font -> font.endsWith(" embedded"));
    }

    @Test
    void word_and_overprint_come_as_well_and_one_at_a_time() throws InterruptedException {
        var decision = issued();
        assertThat(printed(prints, decision.id(), Kind.WORD)).startsWith('P', 'K');
        assertThat(Pdfs.text(printed(prints, decision.id(), Kind.OVERPRINT), 2))
                .contains("Nguyễn Thị Ánh")
                .doesNotContain("BẰNG KHEN", "CỘNG HÒA");

        var entry = register.ofDecision(decision.id()).get(1);
        var one = clerk(() -> prints.one(decision.id(), entry.key(), Kind.PDF));
        assertThat(one.name()).isEqualTo("Bằng khen 01-QĐ-UBND.pdf");
        assertThat(Pdfs.pages(one.content())).isEqualTo(1);
        assertThat(Pdfs.text(one.content())).contains("Nguyễn Thị Ánh");
    }

    @Test
    void nobody_else_prints_and_nothing_is_printed_before_it_is_issued() {
        var decision = issued();
        assertThatThrownBy(() -> office.as("unit-officer", UNIT, () -> prints.start(decision.id(), Kind.PDF)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("Chỉ cơ quan soạn thảo, văn thư và cơ quan thường trực được in bằng");
        var mine = clerk(() -> prints.start(decision.id(), Kind.PDF));
        assertThatThrownBy(() -> office.as("other-clerk", CLERK, () -> prints.progress(mine.id())))
                .hasMessageContaining("Không có bản in này");

        voted(round, "so-tai-chinh", "Phòng Giá", BK_TINH, COLLECTIVE);
        var draft = decisions.open(round).get(0);
        assertThatThrownBy(() -> office.as("clerk", CLERK, () -> prints.start(draft.id(), Kind.PDF)))
                .hasMessageContaining("chưa ban hành");
    }

    @Test
    void the_places_on_a_blank_are_the_campaigns_own() {
        issued();
        var moved = new OverprintLayout(297, 210, 1.5, -2, OverprintLayout.STANDARD.fields());
        office.as("clerk", CLERK, () -> layouts.set("binh-phuoc", BK_TINH, moved));
        assertThat(layouts.of("binh-phuoc", BK_TINH)).isEqualTo(moved);
        assertThat(layouts.of("binh-phuoc", GK)).isEqualTo(OverprintLayout.STANDARD);
        assertThatThrownBy(() -> office.as("unit-officer", UNIT, () -> layouts.set("binh-phuoc", BK_TINH, moved)))
                .hasMessageContaining("Chỉ cơ quan thường trực, văn thư và quản trị viên");
        assertThat(clerk(() -> layouts.test("binh-phuoc", BK_TINH))).startsWith('%', 'P', 'D', 'F');
    }
}
