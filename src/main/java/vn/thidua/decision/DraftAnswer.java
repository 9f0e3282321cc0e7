package vn.thidua.decision;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the drafter enters.
 *
 * @param submissionLetterDate dd/MM/yyyy
 * @param bases căn cứ, one line each; empty keeps the proposed ones
 * @param symbol what follows the number, e.g. "QĐ-UBND"; null keeps the proposed one
 */
public record DraftAnswer(
        String submissionLetterNo,
        String submissionLetterDate,
        List<String> bases,
        String title,
        @Nullable String symbol) {}
