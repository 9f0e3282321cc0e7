package vn.thidua.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.thidua.act.Refusal;
import vn.thidua.calendar.MovableClock;
import vn.thidua.campaign.CampaignPlan.AwardForm;
import vn.thidua.campaign.CampaignPlan.AwardWork;
import vn.thidua.campaign.CampaignPlan.Part;
import vn.thidua.campaign.DecisionAuthority.Level;
import vn.thidua.organisation.Groups;
import vn.thidua.organisation.Units;

/**
 * Who leads, gives an opinion, allocates and decides in the award work of a campaign, by the plan's data. Where a plan has no line for it,
 * the standing agency leads and the agency that decides by its parts decides.
 */
@Component
public class AwardRoles {

    private final Units units;
    private final MovableClock clock;

    AwardRoles(Units units, MovableClock clock) {
        this.units = units;
        this.clock = clock;
    }

    /** The agency that receives, leads and proposes. */
    public AwardAgency lead(Campaign campaign) {
        return first(campaign, AwardRole.LEAD)
                .orElseGet(
                        () -> agency(campaign, campaign.plan().standingAgency().id(), AwardRole.LEAD));
    }

    public String leadGroup(Campaign campaign) {
        return lead(campaign).group();
    }

    /**
     * Who gives an opinion on a dossier of the unit: the lead first, then who appraises or coordinates. An agency gives none on its own
     * dossier; where that leaves nobody, the secretary of the council does.
     */
    public List<AwardAgency> opinionAgencies(Campaign campaign, String nominatingUnit) {
        var asked = new ArrayList<AwardAgency>();
        asked.add(lead(campaign));
        campaign.plan().awardWork().stream()
                .filter(work -> work.role() == AwardRole.APPRAISE || work.role() == AwardRole.COORDINATE)
                .map(work -> agency(campaign, work.agency(), work.role()))
                .filter(agency -> asked.stream().noneMatch(other -> other.id().equals(agency.id())))
                .forEach(asked::add);
        asked.removeIf(agency -> agency.id().equals(nominatingUnit));
        return asked.isEmpty() ? List.of(secretary(campaign)) : List.copyOf(asked);
    }

    private static AwardAgency secretary(Campaign campaign) {
        return new AwardAgency(
                "council-secretary",
                "Thư ký Hội đồng thi đua, khen thưởng",
                Groups.ofSecretary(campaign.code()),
                AwardRole.APPRAISE);
    }

    /** The standing body that advises on or allocates the numbers; empty where the plan names none. */
    public Optional<AwardAgency> allocator(Campaign campaign) {
        return first(campaign, AwardRole.ALLOCATE);
    }

    /** The group that allocates the numbers: of the standing body, or of the council's secretary where the plan names none. */
    public Optional<String> allocatingGroup(Campaign campaign) {
        return allocator(campaign).map(AwardAgency::group).or(() -> Optional.of(Groups.ofSecretary(campaign.code())));
    }

    /** The council as the plan names it. */
    public Optional<AwardAgency> council(Campaign campaign) {
        return first(campaign, AwardRole.COUNCIL).or(() -> holding(campaign, Part.COUNCIL, AwardRole.COUNCIL));
    }

    /**
     * Who signs at this campaign's own level.
     *
     * @throws Refusal CONFLICT when the plan names nobody
     */
    public AwardAgency decider(Campaign campaign) {
        return first(campaign, AwardRole.DECIDE)
                .or(() -> holding(campaign, Part.DECIDE, AwardRole.DECIDE))
                .orElseThrow(() -> Refusal.conflict(
                        "no-authority",
                        "Kế hoạch của phong trào \"%s\" không nêu người quyết định khen thưởng. Hãy bổ sung dòng DECIDE vào awardWork của kế hoạch."
                                .formatted(campaign.name())));
    }

    /**
     * Who decides on the form for a nominee of the unit. Giấy khen in a province's campaign is the unit head's, in a commune's the
     * chairman's; what is not this level's to give has no group here.
     *
     * @throws Refusal CONFLICT when the plan names nobody, NOT_FOUND when the campaign has no such unit
     */
    public DecisionAuthority authority(Campaign campaign, AwardForm form, String nominatingUnit) {
        var isProvince = campaign.plan().authority().level() == CampaignPlan.Level.PROVINCE;
        return switch (form) {
            case GK -> isProvince ? headOf(campaign, nominatingUnit) : own(campaign, Level.COMMUNE);
            case BK_TINH, CO_TINH -> isProvince ? own(campaign, Level.PROVINCE) : province(campaign);
            case BK_TTG, CO_CP ->
                new DecisionAuthority(
                        "prime-minister", "Thủ tướng Chính phủ", "", "Thủ tướng Chính phủ", Level.PRIME_MINISTER);
            case HCLD -> new DecisionAuthority("president", "Chủ tịch nước", "", "Chủ tịch nước", Level.PRESIDENT);
        };
    }

    /** Must a dossier for this form be submitted to a level above the campaign's? */
    public boolean isAbove(Campaign campaign, AwardForm form) {
        var isProvince = campaign.plan().authority().level() == CampaignPlan.Level.PROVINCE;
        return form.isOfState() || (!isProvince && form != AwardForm.GK);
    }

    /** After a merger it is the head of the unit that stands in its place. */
    private DecisionAuthority headOf(Campaign campaign, String unit) {
        var head = units.standing(campaign.code(), unit, clock.today())
                .or(() -> units.find(campaign.code(), unit))
                .orElseThrow(() ->
                        Refusal.notFound("Phong trào \"%s\" không có đơn vị \"%s\".".formatted(campaign.name(), unit)));
        return new DecisionAuthority(
                "unit." + head.code(),
                "Thủ trưởng " + head.name(),
                Groups.ofUnit(campaign.code(), head.code()),
                "Thủ trưởng đơn vị",
                Level.UNIT_HEAD);
    }

    private DecisionAuthority own(Campaign campaign, Level level) {
        var decider = decider(campaign);
        return new DecisionAuthority(decider.id(), decider.name(), decider.group(), position(decider.name()), level);
    }

    private static DecisionAuthority province(Campaign campaign) {
        var name = "Chủ tịch UBND tỉnh " + campaign.plan().authority().province();
        return new DecisionAuthority("province", name, "", "Chủ tịch", Level.PROVINCE);
    }

    /** "Chủ tịch UBND tỉnh Sơn La" signs as "Chủ tịch"; an agency that isn't named by an office signs by its name. */
    private static String position(String name) {
        return name.startsWith("Chủ tịch ") ? "Chủ tịch" : name;
    }

    private static Optional<AwardAgency> first(Campaign campaign, AwardRole role) {
        return campaign.plan().awardWork().stream()
                .filter(work -> work.role() == role)
                .findFirst()
                .map(AwardWork::agency)
                .map(id -> agency(campaign, id, role));
    }

    private static Optional<AwardAgency> holding(Campaign campaign, Part part, AwardRole role) {
        return campaign.plan().agencies().stream()
                .filter(agency -> agency.has(part))
                .findFirst()
                .map(agency -> agency(campaign, agency.id(), role));
    }

    private static AwardAgency agency(Campaign campaign, String id, AwardRole role) {
        return new AwardAgency(id, campaign.plan().agencyName(id), campaign.groupOf(id), role);
    }
}
