package vn.thidua.submission;

import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.thidua.act.Refusal;
import vn.thidua.campaign.Campaigns;
import vn.thidua.document.Attachment;
import vn.thidua.document.Attachments;

/** The files of obligations, for those who may see them: handed in, to all who see the obligation; in a draft, to who writes it. */
@Component
public class SubmittedFiles {

    private final Attachments attachments;
    private final Campaigns campaigns;
    private final Versions versions;
    private final Sight sight;
    private final AllowedActs acts;

    SubmittedFiles(Attachments attachments, Campaigns campaigns, Versions versions, Sight sight, AllowedActs acts) {
        this.attachments = attachments;
        this.campaigns = campaigns;
        this.versions = versions;
        this.sight = sight;
        this.acts = acts;
    }

    /** @throws Refusal NOT_FOUND when there is no such file, FORBIDDEN when it isn't the actor's to see */
    public Attachment see(UUID id) {
        var file = attachments.describe(id);
        var obligation = sight.see(file.subject());
        var isHandedIn = versions.of(obligation.id()).stream()
                .anyMatch(version -> version.attachments().contains(id));
        if (!isHandedIn && !acts.seesDraft(campaigns.get(obligation.campaign()), obligation)) {
            throw Refusal.forbidden(
                    "Tệp này thuộc bản nháp của %s, chưa nộp nên chưa xem được.".formatted(obligation.ownerName()));
        }
        return file;
    }
}
