package vn.thidua.web.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.multipart.MultipartFile;
import vn.thidua.act.Refusal;
import vn.thidua.submission.SubmissionContent;
import vn.thidua.submission.Submissions;
import vn.thidua.submission.Versions;

/** Fills in what was handed in before this system ran: document, file and day in one transaction, or nothing at all. */
@Component
class HistoryEntry {

    /** What is typed; all but the day may be left empty. */
    record Typed(
            String submittedOn,
            @Nullable String documentNumber,
            @Nullable String documentDate,
            @Nullable String signer) {}

    private final Submissions submissions;
    private final Versions versions;

    HistoryEntry(Submissions submissions, Versions versions) {
        this.submissions = submissions;
        this.versions = versions;
    }

    /** @throws Refusal as {@link Submissions#saveDraft}, {@link Submissions#attach} and {@link Submissions#fillIn} */
    @Transactional
    public void enter(long obligation, String addressee, Typed typed, @Nullable MultipartFile file) {
        var before = versions.draft(obligation).content();
        submissions.saveDraft(
                obligation,
                new SubmissionContent(
                        or(typed.documentNumber(), before.documentNumber()),
                        or(typed.documentDate(), before.documentDate()),
                        or(typed.signer(), before.signer()),
                        before.summary(),
                        before.difficulties(),
                        before.proposals(),
                        before.figures(),
                        before.alsoToOthers()));
        if (file != null && !file.isEmpty()) attach(obligation, file);
        submissions.fillIn(obligation, addressee, typed.submittedOn());
    }

    private void attach(long obligation, MultipartFile file) {
        try (var content = file.getInputStream()) {
            submissions.attach(obligation, String.valueOf(file.getOriginalFilename()), content);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static @Nullable String or(@Nullable String typed, @Nullable String before) {
        return typed == null || typed.isBlank() ? before : typed.strip();
    }
}
