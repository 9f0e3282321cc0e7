package vn.thidua.notification;

import jakarta.mail.MessagingException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailSendException;

/**
 * Why a mail did not leave.
 *
 * @param isPermanent the server will never take this recipient
 * @param isServerAway nothing to do with this mail: the next one would fail as well
 * @param inWords one line in Vietnamese with the server's own words
 */
record MailFailure(boolean isPermanent, boolean isServerAway, String inWords) {

    private static final int MAX_WORDS = 500;

    static MailFailure of(Exception failure) {
        var causes = causes(failure);
        for (var cause : causes) {
            if (cause instanceof SMTPAddressFailedException refused && refused.getReturnCode() >= 500) {
                return new MailFailure(true, false, line("Máy chủ thư từ chối địa chỉ nhận: ", refused));
            }
        }
        if (failure instanceof MailAuthenticationException) {
            return new MailFailure(false, true, line("Máy chủ thư không chấp nhận tài khoản gửi: ", failure));
        }
        // only then does Spring give the exception a cause; a refused mail has its reason beside it
        if (failure instanceof MailSendException && failure.getCause() != null) {
            return new MailFailure(false, true, line("Không kết nối được máy chủ thư: ", failure.getCause()));
        }
        return new MailFailure(false, false, line("Gửi thư không thành công: ", causes.get(causes.size() - 1)));
    }

    private static List<Throwable> causes(Exception failure) {
        var found = new ArrayList<Throwable>();
        var open = new ArrayDeque<Throwable>(List.of(failure));
        while (!open.isEmpty()) {
            var next = open.poll();
            if (found.contains(next)) continue;
            found.add(next);
            if (next instanceof MailSendException several) open.addAll(Arrays.asList(several.getMessageExceptions()));
            if (next instanceof MessagingException chained && chained.getNextException() != null) {
                open.add(chained.getNextException());
            }
            if (next.getCause() != null) open.add(next.getCause());
        }
        return found;
    }

    private static String line(String beginning, Throwable cause) {
        var words = beginning
                + Objects.requireNonNullElse(
                        cause.getMessage(), cause.getClass().getSimpleName());
        var line = words.replaceAll("[\\p{Cc}\\s]+", " ").strip();
        return line.length() <= MAX_WORDS ? line : line.substring(0, MAX_WORDS - 1) + "…";
    }
}
