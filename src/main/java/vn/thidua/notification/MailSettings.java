package vn.thidua.notification;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param from who the mails come from: {@code name@domain} or {@code Tên <name@domain>}; its domain also makes the Message-IDs */
@ConfigurationProperties("thidua.mail")
record MailSettings(
        @DefaultValue("Thi đua <thi-dua@localhost>") String from) {

    MailSettings {
        sender(from); // a wrong sender stops the start, not the first mail
    }

    InternetAddress sender() {
        return sender(from);
    }

    String domain() {
        var address = sender().getAddress();
        return address.substring(address.lastIndexOf('@') + 1);
    }

    private static InternetAddress sender(String from) {
        try {
            var sender = new InternetAddress(from, true);
            if (!sender.getAddress().contains("@")) throw new AddressException("no domain", from);
            if (sender.getPersonal() != null) sender.setPersonal(sender.getPersonal(), StandardCharsets.UTF_8.name());
            return sender;
        } catch (AddressException | UnsupportedEncodingException wrong) {
            throw new IllegalArgumentException("thidua.mail.from is not a mail address: " + from, wrong);
        }
    }
}
