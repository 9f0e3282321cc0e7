package vn.thidua.cockpit;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstanceQuery;
import org.springframework.stereotype.Component;
import vn.thidua.calendar.MovableClock;
import vn.thidua.campaign.Campaign;
import vn.thidua.campaign.Campaigns;
import vn.thidua.cockpit.Overview.OfCampaign;
import vn.thidua.notification.MailState;
import vn.thidua.notification.OutboxView;
import vn.thidua.submission.Obligations;
import vn.thidua.submission.Part;

/** Counts what the panel on Cockpit's first page shows. Who may look is for the door to decide. */
@Component
class Overviews {

    private final Campaigns campaigns;
    private final Obligations obligations;
    private final OutboxView outbox;
    private final RuntimeService runtime;
    private final MovableClock clock;

    Overviews(
            Campaigns campaigns,
            Obligations obligations,
            OutboxView outbox,
            RuntimeService runtime,
            MovableClock clock) {
        this.campaigns = campaigns;
        this.obligations = obligations;
        this.outbox = outbox;
        this.runtime = runtime;
        this.clock = clock;
    }

    Overview now() {
        var mails = outbox.counts();
        return new Overview(
                campaigns.all().stream().map(this::of).toList(),
                mails.getOrDefault(MailState.WAITING, 0L),
                mails.getOrDefault(MailState.GIVEN_UP, 0L),
                runtime.createIncidentQuery().count());
    }

    private OfCampaign of(Campaign campaign) {
        var now = clock.instant();
        var parts = obligations.of(campaign.code()).stream()
                .flatMap(obligation -> obligation.parts().stream())
                .toList();
        return new OfCampaign(
                campaign.code(),
                campaign.name(),
                parts.stream().filter(Part::isAwaited).count(),
                parts.stream()
                        .filter(part -> part.isAwaited() && part.isLateAt(now))
                        .count(),
                parts.stream()
                        .filter(part -> part.state() == Part.State.SUBMITTED)
                        .count(),
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
