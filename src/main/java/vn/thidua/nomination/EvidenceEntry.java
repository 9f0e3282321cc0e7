package vn.thidua.nomination;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Minh chứng as typed: a document by which others recognised the achievement.
 *
 * @param document which of the documents the plan names, in its words
 * @param date dd/MM/yyyy
 * @param attachment the file among the component {@code minh-chung}
 */
public record EvidenceEntry(
        @Nullable String document,
        @Nullable String number,
        @Nullable String issuer,
        @Nullable String date,
        @Nullable UUID attachment) {}
