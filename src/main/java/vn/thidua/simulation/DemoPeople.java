package vn.thidua.simulation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thidua.act.Actor;
import vn.thidua.calendar.MovableClock;
import vn.thidua.campaign.AwardRole;
import vn.thidua.campaign.Campaign;
import vn.thidua.campaign.CampaignPlan.Agency;
import vn.thidua.campaign.CampaignPlan.AwardWork;
import vn.thidua.campaign.CampaignPlan.Part;
import vn.thidua.campaign.Campaigns;
import vn.thidua.organisation.Accounts;
import vn.thidua.organisation.Accounts.Newcomer;
import vn.thidua.organisation.CouncilMember.Seat;
import vn.thidua.organisation.CouncilMembers;
import vn.thidua.organisation.Delegation.Capacity;
import vn.thidua.organisation.Delegations;
import vn.thidua.organisation.DemoAccounts;
import vn.thidua.organisation.Groups;
import vn.thidua.organisation.Unit;
import vn.thidua.organisation.Units;

/**
 * The people of the demonstration: an administrator, and for each campaign its agencies, its council with secretary, its clerk and
 * deputy, and a few units.
 */
@Component
@DemoOnly
class DemoPeople implements DemoAccounts {

    static final String ADMINISTRATOR = "quan-tri";

    private static final String PASSWORD = "Thidua@Demo2026";
    private static final List<Habit> SHOWN = List.of(Habit.NEVER, Habit.RETURNED_ONCE, Habit.AWAITS_REVIEW);
    private static final List<Part> ACTING = List.of(Part.STANDING, Part.RECEIVE, Part.LEAD, Part.DECIDE);
    private static final String DOCUMENT = "Văn bản minh họa";

    /**
     * Someone without an agency or a unit of their own.
     *
     * @param position of office, as minutes and decisions print it
     */
    private record Official(String body, String name, String position, String role, Seating seating) {}

    /** What the installation records about an official besides the account. */
    private enum Seating {
        CHAIR,
        MEMBER,
        SECRETARY,
        CLERK,
        DEPUTY
    }

    private static final List<Official> OFFICIALS = List.of(
            new Official("chu-tich-hoi-dong", "Lê Minh Hòa", "Chủ tịch Hội đồng", "Chủ tịch Hội đồng", Seating.CHAIR),
            new Official("uy-vien-1", "Phạm Thị Lan", "Ủy viên Hội đồng", "Ủy viên Hội đồng", Seating.MEMBER),
            new Official("uy-vien-2", "Vũ Quốc Bảo", "Ủy viên Hội đồng", "Ủy viên Hội đồng", Seating.MEMBER),
            new Official("thu-ky", "Đỗ Thị Thu", "Thư ký Hội đồng", "Thư ký Hội đồng", Seating.SECRETARY),
            new Official("van-thu", "Bùi Thị Hạnh", "Văn thư", "Văn thư: cấp số, phát hành", Seating.CLERK),
            new Official("pho-chu-tich", "Hoàng Văn Nam", "Phó Chủ tịch", "Cấp phó ký theo ủy quyền", Seating.DEPUTY));

    /** @param body what stands before the campaign in the account's name */
    private record Person(DemoAccount account, String body, Set<String> groups, String address) {}

    private final Campaigns campaigns;
    private final Units units;
    private final Accounts accounts;
    private final CouncilMembers council;
    private final Delegations delegations;
    private final MovableClock clock;
    private final TransactionTemplate transaction;

    DemoPeople(
            Campaigns campaigns,
            Units units,
            Accounts accounts,
            CouncilMembers council,
            Delegations delegations,
            MovableClock clock,
            TransactionTemplate transaction) {
        this.campaigns = campaigns;
        this.units = units;
        this.accounts = accounts;
        this.council = council;
        this.delegations = delegations;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Override
    public String password() {
        return PASSWORD;
    }

    @Override
    public List<DemoAccount> accounts() {
        return people().stream().map(Person::account).toList();
    }

    void create() {
        var newcomers = people().stream()
                .map(person -> new Newcomer(
                        person.account().userId(), person.account().name(), person.address(), person.groups()))
                .toList();
        transaction.executeWithoutResult(status -> {
            accounts.createAll(newcomers, PASSWORD);
            campaigns.all().forEach(this::seat);
        });
    }

    private List<Person> people() {
        var all = new ArrayList<Person>();
        all.add(new Person(
                new DemoAccount(ADMINISTRATOR, "Quản trị viên", "Quản trị hệ thống", ""),
                ADMINISTRATOR,
                Set.of(Actor.ADMINISTRATORS),
                "quan-tri@thidua.example"));
        campaigns.all().forEach(campaign -> all.addAll(of(campaign)));
        return all;
    }

    private List<Person> of(Campaign campaign) {
        var plan = campaign.plan();
        var known = units.of(campaign.code());
        var people = new ArrayList<Person>();
        for (var agency : plan.agencies()) {
            if (acts(campaign, agency)) {
                people.add(person(campaign, agency.id(), agency.name(), role(campaign, agency), known));
            }
        }
        for (var official : OFFICIALS) {
            people.add(new Person(
                    new DemoAccount(
                            userId(campaign, official.body()), official.name(), official.role(), campaign.code()),
                    official.body(),
                    official.seating() == Seating.CLERK ? Set.of(Groups.ofClerk(campaign.code())) : Set.of(),
                    official.body() + "@" + campaign.code() + ".example"));
        }
        owingUnits(campaign, known)
                .forEach(unit -> people.add(person(campaign, unit.code(), unit.name(), "Đơn vị nộp", known)));
        return people;
    }

    /** By its parts, or by what it does when awards are considered; the council acts by its members. */
    private static boolean acts(Campaign campaign, Agency agency) {
        return ACTING.stream().anyMatch(agency::has)
                || awardWork(campaign, agency).stream().anyMatch(work -> work.role() != AwardRole.COUNCIL);
    }

    private static List<AwardWork> awardWork(Campaign campaign, Agency agency) {
        return campaign.plan().awardWork().stream()
                .filter(work -> work.agency().equals(agency.id()))
                .toList();
    }

    private static String role(Campaign campaign, Agency agency) {
        if (agency.has(Part.STANDING)) return "Cơ quan thường trực";
        if (agency.has(Part.DECIDE)) return "Lãnh đạo";
        return awardWork(campaign, agency).stream()
                .findFirst()
                .map(work -> work.role().label())
                .orElse("Cơ quan tiếp nhận, chủ trì");
    }

    private static Person person(Campaign campaign, String body, String name, String role, List<Unit> known) {
        var groups = new HashSet<String>();
        if (campaign.plan().agency(body).isPresent()) groups.add(campaign.groupOf(body));
        var address = body + "@" + campaign.code() + ".example";
        for (var unit : known) {
            if (!unit.code().equals(body)) continue;
            groups.add(Groups.ofUnit(campaign.code(), body));
            address = unit.emails().stream().findFirst().orElse(address);
        }
        return new Person(
                new DemoAccount(userId(campaign, body), name, role, campaign.code()),
                body,
                Set.copyOf(groups),
                address);
    }

    /** One unit of each habit that leaves something to do or to see. */
    private static List<Unit> owingUnits(Campaign campaign, List<Unit> known) {
        var plan = campaign.plan();
        var owing = known.stream()
                .filter(unit -> plan.agency(unit.code()).isEmpty() && unit.closed() == null)
                .filter(unit -> plan.duties().stream().anyMatch(duty -> duty.isOwedBy(unit.group())))
                .toList();
        return SHOWN.stream()
                .flatMap(habit -> owing.stream()
                        .filter(unit -> Habit.of(unit.code()) == habit)
                        .limit(1))
                .toList();
    }

    /** Composes the council, with a member who belongs to a unit and one whose ballot comes by post, and lets the deputy sign. */
    private void seat(Campaign campaign) {
        var code = campaign.code();
        var ofUnit = owingUnits(campaign, units.of(code)).stream()
                .map(Unit::code)
                .findFirst()
                .orElse(null);
        for (var official : OFFICIALS) {
            var account = userId(campaign, official.body());
            switch (official.seating()) {
                case CHAIR ->
                    council.appoint(code, account, official.name(), official.position(), Seat.CHAIR, null, true);
                case MEMBER -> {
                    var unit = official.body().equals("uy-vien-2") ? ofUnit : null;
                    council.appoint(code, account, official.name(), official.position(), Seat.MEMBER, unit, true);
                }
                case SECRETARY ->
                    council.appoint(code, account, official.name(), official.position(), Seat.SECRETARY, null, false);
                case DEPUTY ->
                    delegations.grant(
                            code,
                            account,
                            official.name(),
                            official.position(),
                            Capacity.KT,
                            clock.today(),
                            LocalDate.of(2030, 12, 31),
                            DOCUMENT,
                            clock.today());
                case CLERK -> {
                    // the account's group is all there is to it
                }
            }
        }
        council.appoint(code, null, "Ngô Đức Thắng", "Ủy viên Hội đồng (gửi phiếu)", Seat.MEMBER, null, true);
    }

    static String userId(Campaign campaign, String body) {
        return body + "@" + campaign.code();
    }
}
