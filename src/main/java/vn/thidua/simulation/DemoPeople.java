package vn.thidua.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.thidua.act.Actor;
import vn.thidua.campaign.Campaign;
import vn.thidua.campaign.CampaignPlan.Agency;
import vn.thidua.campaign.CampaignPlan.Part;
import vn.thidua.campaign.Campaigns;
import vn.thidua.organisation.Accounts;
import vn.thidua.organisation.DemoAccounts;
import vn.thidua.organisation.Groups;
import vn.thidua.organisation.Unit;
import vn.thidua.organisation.Units;

/** The people of the demonstration: an administrator, and for each campaign its agencies and a few units. */
@Component
@DemoOnly
class DemoPeople implements DemoAccounts {

    static final String ADMINISTRATOR = "quan-tri";

    private static final String PASSWORD = "Thidua@Demo2026";
    private static final List<Habit> SHOWN = List.of(Habit.NEVER, Habit.RETURNED_ONCE, Habit.AWAITS_REVIEW);
    private static final List<Part> ACTING = List.of(Part.STANDING, Part.RECEIVE, Part.LEAD, Part.DECIDE);

    private final Campaigns campaigns;
    private final Units units;
    private final Accounts accounts;

    DemoPeople(Campaigns campaigns, Units units, Accounts accounts) {
        this.campaigns = campaigns;
        this.units = units;
        this.accounts = accounts;
    }

    @Override
    public String password() {
        return PASSWORD;
    }

    @Override
    public List<DemoAccount> accounts() {
        var all = new ArrayList<DemoAccount>();
        all.add(new DemoAccount(ADMINISTRATOR, "Quản trị viên", "Quản trị hệ thống", ""));
        campaigns.all().forEach(campaign -> all.addAll(of(campaign)));
        return all;
    }

    private List<DemoAccount> of(Campaign campaign) {
        var people = new ArrayList<DemoAccount>();
        for (var agency : campaign.plan().agencies()) {
            if (ACTING.stream().anyMatch(agency::has)) {
                var role = agency.has(Part.STANDING) ? "Cơ quan thường trực" : role(agency);
                people.add(new DemoAccount(userId(campaign, agency.id()), agency.name(), role, campaign.code()));
            }
        }
        owingUnits(campaign)
                .forEach(unit -> people.add(
                        new DemoAccount(userId(campaign, unit.code()), unit.name(), "Đơn vị nộp", campaign.code())));
        return people;
    }

    private static String role(Agency agency) {
        return agency.has(Part.DECIDE) ? "Lãnh đạo" : "Cơ quan tiếp nhận, chủ trì";
    }

    /** One unit of each habit that leaves something to do or to see. */
    private List<Unit> owingUnits(Campaign campaign) {
        var plan = campaign.plan();
        var owing = units.of(campaign.code()).stream()
                .filter(unit -> plan.agency(unit.code()).isEmpty() && unit.closed() == null)
                .filter(unit -> plan.duties().stream().anyMatch(duty -> duty.isOwedBy(unit.group())))
                .toList();
        return SHOWN.stream()
                .flatMap(habit -> owing.stream()
                        .filter(unit -> Habit.of(unit.code()) == habit)
                        .limit(1))
                .toList();
    }

    static String userId(Campaign campaign, String body) {
        return body + "@" + campaign.code();
    }

    void create() {
        accounts().parallelStream() // hashing their passwords is most of the work
                .forEach(person ->
                        accounts.create(person.userId(), person.name(), address(person), PASSWORD, groups(person)));
    }

    private Set<String> groups(DemoAccount person) {
        if (person.campaign().isEmpty()) return Set.of(Actor.ADMINISTRATORS);
        var body = person.userId().substring(0, person.userId().indexOf('@'));
        var isUnit = units.find(person.campaign(), body).isPresent();
        var isAgency = campaigns.get(person.campaign()).plan().agency(body).isPresent();
        if (isUnit && isAgency) {
            return Set.of(Groups.ofAgency(person.campaign(), body), Groups.ofUnit(person.campaign(), body));
        }
        return Set.of(isAgency ? Groups.ofAgency(person.campaign(), body) : Groups.ofUnit(person.campaign(), body));
    }

    private String address(DemoAccount person) {
        if (person.campaign().isEmpty()) return "quan-tri@thidua.example";
        var body = person.userId().substring(0, person.userId().indexOf('@'));
        return units.find(person.campaign(), body)
                .flatMap(unit -> unit.emails().stream().findFirst())
                .orElse(body + "@" + person.campaign() + ".example");
    }
}
