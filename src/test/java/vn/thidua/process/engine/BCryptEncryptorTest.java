package vn.thidua.process.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;

class BCryptEncryptorTest {

    private final BCryptEncryptor encryptor = new BCryptEncryptor(4);

    @Test
    void a_password_counts_to_its_last_letter() {
        var long72 = "đ".repeat(60);
        assertThat(encryptor.check(long72 + "a", encryptor.encrypt(long72 + "a")))
                .isTrue();
        assertThat(encryptor.check(long72 + "b", encryptor.encrypt(long72 + "a")))
                .isFalse();
    }

    @Test
    void it_does_not_matter_how_the_keyboard_composed_the_letters() {
        var composed = Normalizer.normalize("Thi đua yêu nước 1!", Normalizer.Form.NFC);
        var decomposed = Normalizer.normalize(composed, Normalizer.Form.NFD);
        assertThat(encryptor.check(decomposed, encryptor.encrypt(composed))).isTrue();
    }
}
