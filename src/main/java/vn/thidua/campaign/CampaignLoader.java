package vn.thidua.campaign;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thidua.act.Refusal;
import vn.thidua.calendar.MovableClock;
import vn.thidua.campaign.PlanFiles.PlanFile;
import vn.thidua.organisation.UnitLists;

/** Loads at start what ships with the application and what lies in the campaigns folder. A faulty file stops nobody else's. */
@Component
public class CampaignLoader {

    /**
     * @param dir folder for further campaigns, read at start; ./campaigns where not set
     * @param shipped which of the shipped plans to load; null for all, "none" for none
     * @param exampleUnits whether the unit lists that ship beside the plans are taken over
     * @param adoptedOn by campaign, the first day this system runs it; yyyy-MM-dd; today where not given
     */
    @ConfigurationProperties("thidua.campaigns")
    public record Settings(
            Path dir, @Nullable List<String> shipped, boolean exampleUnits, Map<String, LocalDate> adoptedOn) {

        public Settings {
            dir = dir == null ? Path.of("campaigns") : dir;
            adoptedOn = adoptedOn == null ? Map.of() : adoptedOn;
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(CampaignLoader.class);

    private final Settings settings;
    private final Campaigns campaigns;
    private final UnitLists unitLists;
    private final MovableClock clock;
    private final TransactionTemplate transaction;

    CampaignLoader(
            Settings settings,
            Campaigns campaigns,
            UnitLists unitLists,
            MovableClock clock,
            TransactionTemplate transaction) {
        this.settings = settings;
        this.campaigns = campaigns;
        this.unitLists = unitLists;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** Loads every plan that is new, each in one transaction. */
    public void loadAll() {
        loadAll(settings.exampleUnits());
    }

    /** Loads every plan that is new with the example units that ship beside it, for a demonstration. */
    public void loadAllWithExampleUnits() {
        loadAll(true);
    }

    private void loadAll(boolean withExampleUnits) {
        var shipped = PlanFiles.shipped().stream()
                .filter(file -> settings.shipped() == null || settings.shipped().contains(file.code()));
        shipped.forEach(file -> load(file, withExampleUnits));
        PlanFiles.in(settings.dir()).forEach(file -> load(file, true));
    }

    private void load(PlanFile file, boolean withUnits) {
        var known = campaigns.find(file.code());
        if (known.isPresent()) {
            if (campaigns.differs(file.code(), file.yaml()) && !completed(file)) {
                LOG.warn("plan {} differs from the one loaded before; it changes only by amendments", file.code());
            }
            return;
        }
        var checked = file.check();
        checked.faults().forEach(fault -> LOG.error("plan {} not loaded: {}", file.code(), fault.sentence()));
        if (checked.usable().isEmpty()) return;
        try {
            transaction.executeWithoutResult(status -> load(file, checked, withUnits));
            LOG.info("campaign {} loaded", file.code());
        } catch (Refusal faultyUnits) {
            LOG.error("campaign {} not loaded: {}", file.code(), faultyUnits.sentence());
        }
    }

    private boolean completed(PlanFile file) {
        return file.check().usable().isPresent() && campaigns.complete(file.check(), file.yaml());
    }

    private void load(PlanFile file, PlanCheck checked, boolean withUnits) {
        var plan = checked.usable().orElseThrow();
        var adoptedOn = settings.adoptedOn().getOrDefault(plan.code(), clock.today());
        if (!campaigns.load(checked, file.yaml(), adoptedOn) || !withUnits) return;
        file.units()
                .ifPresent(units -> unitLists.take(
                        plan.code(), plan.groupIds(), plan.code() + ".csv", new ByteArrayInputStream(units)));
    }
}
