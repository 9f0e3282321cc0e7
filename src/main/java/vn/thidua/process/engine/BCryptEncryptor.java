package vn.thidua.process.engine;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.Base64;
import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/**
 * Passwords as BCrypt, told apart from the engine's own digests by the prefix the engine puts before them. BCrypt reads 72 bytes only,
 * fewer than a Vietnamese passphrase with the engine's salt may have: so it gets the SHA-256 of it. One letter with its tone mark
 * counts the same however the keyboard composed it.
 */
final class BCryptEncryptor implements PasswordEncryptor {

    private final BCryptPasswordEncoder bcrypt;

    BCryptEncryptor(int strength) {
        bcrypt = new BCryptPasswordEncoder(strength);
    }

    @Override
    public String encrypt(String password) {
        return bcrypt.encode(condensed(password));
    }

    @Override
    public boolean check(String password, String encrypted) {
        return bcrypt.matches(condensed(password), encrypted);
    }

    @Override
    public String hashAlgorithmName() {
        return "bcrypt";
    }

    private static String condensed(String password) {
        try {
            var bytes = Normalizer.normalize(password, Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8);
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
