package vn.thidua.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class DigestComposerTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final String LAN = "lan@binhphuoc.gov.vn";

    @Test
    void the_subject_counts_what_is_inside() {
        var mail = DigestComposer.compose(
                DAY, LAN, List.of(line(Section.DUE_SOON), line(Section.OVERDUE), line(Section.DUE_SOON)));

        assertThat(mail.subject()).isEqualTo("Thi đua: 2 việc sắp đến hạn, 1 việc quá hạn (20/11/2026)");
        assertThat(mail.recipient()).isEqualTo(LAN);
        assertThat(mail.cause()).isEqualTo("digest/2026-11-20/lan@binhphuoc.gov.vn");
    }

    @Test
    void every_section_has_its_words() {
        var mail = DigestComposer.compose(
                DAY, LAN, List.of(line(Section.INFO), line(Section.TO_REVIEW), line(Section.RETURNED)));

        assertThat(mail.subject())
                .isEqualTo("Thi đua: 1 việc bị trả lại, 1 việc chờ xem xét, 1 thông tin (20/11/2026)");
        assertThat(mail.text())
                .containsSubsequence("BỊ TRẢ LẠI, CẦN LÀM LẠI (1)", "CHỜ TIẾP NHẬN, XEM XÉT (1)", "THÔNG TIN (1)");
    }

    @Test
    void the_text_says_what_until_when_by_which_clause_and_where() {
        var mail = DigestComposer.compose(DAY, LAN, List.of(line(Section.DUE_SOON)));

        assertThat(mail.text()).isEqualTo("""
                        Việc thi đua, thứ Sáu ngày 20/11/2026

                        SẮP ĐẾN HẠN (1)
                        1. Báo cáo năm 2026
                           Gửi Sở Nội vụ
                           Hạn: trước ngày 25/11/2026
                           Căn cứ: mục VI.1: “định kỳ hàng năm báo cáo”
                           Xem và xử lý: https://thidua.example/viec/1

                        --\u0020
                        Thư tự động của hệ thống Thi đua. Xin không trả lời thư này.
                        """);
    }

    @Test
    void what_is_not_known_is_left_out() {
        var mail = DigestComposer.compose(
                DAY, LAN, List.of(new DigestLine(Section.INFO, "Tin", "", null, null, null, "https://x.example")));

        assertThat(mail.text()).doesNotContain("Hạn", "Căn cứ");
        assertThat(mail.html()).doesNotContain("Hạn", "Căn cứ");
    }

    @Test
    void the_html_is_the_same_with_everything_escaped() {
        var mail = DigestComposer.compose(
                DAY,
                LAN,
                List.of(new DigestLine(
                        Section.OVERDUE,
                        "<script>alert('x')</script>",
                        "A & B",
                        "\"hôm qua\"",
                        "VI.1",
                        null,
                        "https://x.example/?a=1&b=\"><img>")));

        assertThat(mail.html())
                .contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;", "A &amp; B", "&quot;hôm qua&quot;")
                .contains("href=\"https://x.example/?a=1&amp;b=&quot;&gt;&lt;img&gt;\"")
                .contains("Quá hạn (1)", "mục VI.1")
                .doesNotContain("<script", "<img");
    }

    @Test
    void a_link_that_is_no_web_address_cannot_be_clicked() {
        var mail = DigestComposer.compose(
                DAY, LAN, List.of(new DigestLine(Section.INFO, "Tin", "x", null, null, null, "javascript:alert(1)")));

        assertThat(mail.html()).doesNotContain("href");
    }

    @Test
    void an_empty_digest_is_never_composed() {
        assertThatThrownBy(() -> DigestComposer.compose(DAY, LAN, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static DigestLine line(Section section) {
        return new DigestLine(
                section,
                "Báo cáo năm 2026",
                "Gửi Sở Nội vụ",
                "trước ngày 25/11/2026",
                "VI.1",
                "định kỳ hàng năm báo cáo",
                "https://thidua.example/viec/1");
    }
}
