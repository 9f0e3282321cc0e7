package vn.thidua;

import java.util.Optional;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import vn.thidua.calendar.HolidaySeed;
import vn.thidua.campaign.CampaignLoader;
import vn.thidua.simulation.Rehearsal;

/** What is put in place at every start before people come in; each step does nothing where it has been done. */
@Component
class Startup implements ApplicationRunner {

    private final HolidaySeed holidays;
    private final Optional<Rehearsal> rehearsal;
    private final CampaignLoader campaigns;

    Startup(HolidaySeed holidays, Optional<Rehearsal> rehearsal, CampaignLoader campaigns) {
        this.holidays = holidays;
        this.rehearsal = rehearsal;
        this.campaigns = campaigns;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        holidays.enter();
        rehearsal.ifPresent(Rehearsal::play);
        campaigns.loadAll();
    }
}
