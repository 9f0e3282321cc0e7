package vn.thidua.document;

import java.time.Instant;
import java.util.UUID;

/**
 * A file as someone handed it in.
 *
 * @param subject business key of what it belongs to
 * @param name safe to show and to save under: NFC, no path, its extension that of the real type
 * @param mediaType by content
 * @param size in bytes
 */
public record Attachment(
        UUID id,
        String subject,
        String name,
        String mediaType,
        long size,
        String sha256,
        String uploadedBy,
        Instant uploadedAt) {

    public boolean isPdf() {
        return mediaType.equals("application/pdf");
    }
}
