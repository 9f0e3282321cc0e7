package vn.thidua.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.thidua.act.Refusal;

class MailTest {

    @ParameterizedTest
    @ValueSource(strings = {"lan@binhphuoc.gov.vn", "so.tai-chinh+thi_dua@x.vn", "a@b.co", "a@x1.gov-vn.example"})
    void plain_addresses_are_accepted(String address) {
        assertThat(Mail.isAddress(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "lan",
                "lan@",
                "@x.vn",
                "lan@x",
                "lan@x.vn\r\nBcc: all@x.vn",
                "lan@x.vn\n",
                "lan@x.vn, minh@x.vn",
                "Lan <lan@x.vn>",
                "lan @x.vn",
                "la..n@x.vn",
                ".lan@x.vn",
                "lan.@x.vn",
                "lan@-x.vn",
                "lan@x..vn",
                "lan@x.vn.",
                "\"lan\"@x.vn",
                "lan@[127.0.0.1]",
                "lân@x.vn",
                "lan@x.vn\u0000",
                "lan@minh@x.vn",
                "lan@1.2.3.4"
            })
    void anything_else_is_refused(String address) {
        assertThat(Mail.isAddress(address)).isFalse();
        assertThatThrownBy(() -> new Mail("c", address, "s", "t", "h"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("không hợp lệ. Hãy ghi đúng một địa chỉ");
    }

    @Test
    void overlong_addresses_are_refused() {
        assertThat(Mail.isAddress("a".repeat(64) + "@x.vn")).isTrue();
        assertThat(Mail.isAddress("a".repeat(65) + "@x.vn")).isFalse();
        assertThat(Mail.isAddress("a@" + "x.".repeat(130) + "vn")).isFalse();
    }

    @Test
    void a_subject_is_one_line() {
        assertThat(new Mail("c", "a@x.vn", "Thi đua\r\nBcc: all@x.vn\u2028\u0000", "", "").subject())
                .isEqualTo("Thi đua Bcc: all@x.vn");
        assertThat(new Mail("c", "a@x.vn", "x".repeat(2_000), "", "").subject()).hasSize(500);
    }

    @Test
    void texts_are_composed_and_lose_what_no_mail_can_carry() {
        var mail = new Mail("c", "a@x.vn", "Mo\u0323\u0302t", "a\r\nb\u0000", "<p>\u0001</p>");
        assertThat(mail.subject()).isEqualTo("Một");
        assertThat(mail.text()).isEqualTo("a\nb");
        assertThat(mail.html()).isEqualTo("<p></p>");
    }
}
