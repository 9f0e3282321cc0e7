package vn.thidua.simulation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.List;
import java.util.TreeSet;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thidua.calendar.MovableClock;
import vn.thidua.calendar.VietnamTime;
import vn.thidua.campaign.CampaignLoader;
import vn.thidua.campaign.Campaigns;

/**
 * Brings the demonstration to a believable state: the campaigns are adopted in October of the last reporting season, and scripted
 * officials hand in, review and return until today. Everything goes through the same domain methods as a person's work; the daily run
 * comes round on their days of work only.
 */
@Component
@DemoOnly
public class Rehearsal {

    private static final Logger LOG = LoggerFactory.getLogger(Rehearsal.class);
    private static final MonthDay SEASON_BEGINS = MonthDay.of(10, 15);
    private static final int DAYS_TO_SHOW = 30;

    private final Campaigns campaigns;
    private final CampaignLoader loader;
    private final DemoPeople people;
    private final ScriptedOfficials officials;
    private final ScriptedAwards awards;
    private final TimeMachine time;
    private final MovableClock clock;
    private final TransactionTemplate transaction;
    private final ProcessEngineConfigurationImpl engine;

    Rehearsal(
            Campaigns campaigns,
            CampaignLoader loader,
            DemoPeople people,
            ScriptedOfficials officials,
            ScriptedAwards awards,
            TimeMachine time,
            MovableClock clock,
            TransactionTemplate transaction,
            ProcessEngine engine) {
        this.campaigns = campaigns;
        this.loader = loader;
        this.people = people;
        this.officials = officials;
        this.awards = awards;
        this.time = time;
        this.clock = clock;
        this.transaction = transaction;
        this.engine = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }

    /** Rehearses on an empty installation; does nothing on any other. */
    public void play() {
        if (!campaigns.codes().isEmpty()) return;
        var now = clock.instant();
        var executor = engine.getJobExecutor();
        var wasActive = executor.isActive();
        if (wasActive) executor.shutdown();
        try {
            play(now);
        } finally {
            clock.release();
            if (wasActive) executor.start();
        }
    }

    private void play(Instant now) {
        var today = VietnamTime.dayOf(now);
        var begin = seasonBefore(today);
        LOG.info("rehearsing the demonstration from {} to {}", begin, today);
        time.startAt(at(begin, 8));
        loader.loadAllWithExampleUnits();
        people.create();
        time.settle();
        for (var day : daysOfWork(begin, today)) {
            var moment = at(day, 10);
            if (moment.isAfter(now)) break;
            time.restUntil(day);
            time.travelTo(moment);
            transaction.executeWithoutResult(status -> {
                // one command for the day, so that the engine writes its rows in batches
                engine.getCommandExecutorTxRequired().execute(context -> {
                    officials.work(day);
                    return null;
                });
                awards.work(day, begin, today);
            });
        }
        time.travelTo(now);
    }

    /** The last 15 October that leaves some weeks to show something. */
    private static LocalDate seasonBefore(LocalDate today) {
        var latest = today.minusDays(DAYS_TO_SHOW);
        var season = SEASON_BEGINS.atYear(latest.getYear());
        return season.isAfter(latest) ? season.minusYears(1) : season;
    }

    /** Two days a week, and the days around which reports fall due. */
    private static List<LocalDate> daysOfWork(LocalDate begin, LocalDate today) {
        var days = new TreeSet<LocalDate>();
        for (var day = begin; day.isBefore(today); day = day.plusDays(7)) days.add(day);
        for (var day = today.minusDays(24); !day.isAfter(today); day = day.plusDays(3)) days.add(day);
        days.add(today);
        return days.stream().filter(day -> !day.isBefore(begin)).toList();
    }

    private static Instant at(LocalDate day, int hour) {
        return day.atTime(LocalTime.of(hour, 0)).atZone(VietnamTime.ZONE).toInstant();
    }
}
