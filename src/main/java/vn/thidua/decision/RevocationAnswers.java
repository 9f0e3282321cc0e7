package vn.thidua.decision;

import org.jspecify.annotations.Nullable;

/** What people enter on the way of a revocation or reissue. */
public final class RevocationAnswers {

    private RevocationAnswers() {}

    /**
     * @param article the provision that commands it
     * @param document number of what established the grounds
     * @param documentDate dd/MM/yyyy
     */
    public record Proposal(String reason, String article, String document, String documentDate) {}

    /**
     * @param decision SIGN, SEND_BACK or DISMISS
     * @param reason needed unless signed
     */
    public record Signing(String decision, @Nullable String reason) {}

    /**
     * @param certificateBackOn dd/MM/yyyy; blank when it could not be had back
     * @param moneyBackOn dd/MM/yyyy; blank when it could not be had back
     * @param note needed when either is blank
     */
    public record Recovery(
            @Nullable String certificateBackOn,
            @Nullable String moneyBackOn,
            @Nullable String note) {}

    /**
     * @param date of issue, dd/MM/yyyy; null or blank for today
     * @param correctedName the name as it must stand, where the old certificate was wrong; null to keep it
     */
    public record Issue(@Nullable String date, @Nullable String correctedName) {}
}
