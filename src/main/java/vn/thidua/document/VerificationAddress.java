package vn.thidua.document;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the public checks a certificate.
 *
 * @param url where people reach the application, without a slash at its end
 */
@ConfigurationProperties("thidua.web")
public record VerificationAddress(
        @DefaultValue("http://localhost:8080") String url) {

    private static final String PATH = "/xac-minh/";

    /** What the QR code holds. */
    public String of(String code) {
        return url + PATH + code;
    }

    /** What a reader may type: without the protocol and the code. */
    public String shown() {
        return url.replaceFirst("^https?://", "") + "/xac-minh";
    }
}
