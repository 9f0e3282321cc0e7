package vn.thidua.cockpit;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstanceQuery;
import org.springframework.stereotype.Component;
import vn.thidua.campaign.Campaigns;
import vn.thidua.cockpit.Overview.OfCampaign;
import vn.thidua.notification.MailState;
import vn.thidua.notification.OutboxView;
import vn.thidua.submission.DutyCounts;

/** Puts together what the panel on Cockpit's first page shows. Who may look is for the door to decide. */
@Component
class Overviews {

    private final Campaigns campaigns;
    private final DutyCounts duties;
    private final OutboxView outbox;
    private final RuntimeService runtime;

    Overviews(Campaigns campaigns, DutyCounts duties, OutboxView outbox, RuntimeService runtime) {
        this.campaigns = campaigns;
        this.duties = duties;
        this.outbox = outbox;
        this.runtime = runtime;
    }

    Overview now() {
        var mails = outbox.counts();
        return new Overview(
                duties.now().stream().map(this::of).toList(),
                mails.getOrDefault(MailState.WAITING, 0L),
                mails.getOrDefault(MailState.GIVEN_UP, 0L),
                runtime.createIncidentQuery().count());
    }

    private OfCampaign of(DutyCounts.Count count) {
        var campaign = campaigns.get(count.campaign());
        return new OfCampaign(
                campaign.code(),
                campaign.name(),
                count.open(),
                count.late(),
                count.waitingForReview(),
                campaign.openPoints().size(),
                stuck(campaign.code()));
    }

    /** A business key is the campaign's code, or begins with it and a slash. Asked apart: an or-query loses the incident. */
    private long stuck(String campaign) {
        return withIncident().processInstanceBusinessKey(campaign).count()
                + withIncident().processInstanceBusinessKeyLike(campaign + "/%").count();
    }

    private ProcessInstanceQuery withIncident() {
        return runtime.createProcessInstanceQuery().withIncident();
    }
}
