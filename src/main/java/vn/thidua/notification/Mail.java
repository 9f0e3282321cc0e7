package vn.thidua.notification;

import java.text.Normalizer;
import java.util.regex.Pattern;
import vn.thidua.act.Refusal;

/**
 * A mail to be sent once. Its header can carry nothing but what it says: subject and recipient are single lines.
 *
 * @param cause why it is sent; two mails of the same cause are one
 * @param recipient one plain address, {@code name@domain}
 */
public record Mail(String cause, String recipient, String subject, String text, String html) {

    private static final int MAX_ADDRESS = 254;
    private static final int MAX_SUBJECT = 500;
    private static final Pattern ADDRESS =
            Pattern.compile("(?=[^@]{1,64}@)[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
                    + "@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z]([A-Za-z0-9-]{0,61}[A-Za-z0-9])");
    private static final Pattern NOT_IN_A_LINE = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\p{Cs}]+");
    private static final Pattern NOT_IN_A_TEXT = Pattern.compile("[\\p{Cc}\\p{Cs}&&[^\\n\\t]]");

    /** @throws Refusal INVALID when the recipient is no mail address or the cause is empty */
    public Mail {
        mustBeAddress(recipient);
        if (cause.isBlank()) throw new IllegalArgumentException("A mail needs a cause");
        subject = line(subject);
        text = body(text);
        html = body(html);
    }

    /** Can a mail be sent there? Plain addresses with a full domain only. */
    public static boolean isAddress(String address) {
        return address.length() <= MAX_ADDRESS && ADDRESS.matcher(address).matches();
    }

    static void mustBeAddress(String address) {
        if (isAddress(address)) return;
        throw Refusal.invalid(
                "mail-address",
                "email",
                "Địa chỉ thư điện tử \"%s\" không hợp lệ. Hãy ghi đúng một địa chỉ dạng ten@donvi.gov.vn."
                        .formatted(line(address)));
    }

    private static String line(String text) {
        var line = NOT_IN_A_LINE
                .matcher(Normalizer.normalize(text, Normalizer.Form.NFC))
                .replaceAll(" ")
                .strip();
        return line.length() <= MAX_SUBJECT ? line : line.substring(0, MAX_SUBJECT - 1) + "…";
    }

    private static String body(String text) {
        return isPlain(text)
                ? text
                : NOT_IN_A_TEXT
                        .matcher(Normalizer.normalize(text, Normalizer.Form.NFC).replace("\r\n", "\n"))
                        .replaceAll("");
    }

    /** The usual case, told without building anything: ten thousand digests are checked in one go. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            var letter = text.charAt(i);
            if (Character.isISOControl(letter) && letter != '\n' && letter != '\t' || Character.isSurrogate(letter))
                return false;
        }
        return Normalizer.isNormalized(text, Normalizer.Form.NFC);
    }
}
