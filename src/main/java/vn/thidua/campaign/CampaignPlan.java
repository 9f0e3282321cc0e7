package vn.thidua.campaign;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.thidua.calendar.ReminderRule;

/**
 * Kế hoạch: one published plan as data, in the plan's own words. Each line says by which clause, in a verbatim quotation; what the plan
 * leaves open stays null, empty or undated and is listed in {@link #openPoints}.
 */
public record CampaignPlan(
        int schema,
        String code,
        String name,
        Source source,
        Authority authority,
        PlanDocument document,
        List<LegalBasis> superior,
        List<LegalBasis> bases,
        Duration duration,
        List<Phase> phases,
        List<Target> targets,
        List<UnitGroup> unitGroups,
        List<Agency> agencies,
        List<Duty> duties,
        List<CriteriaGroup> criteria,
        List<Award> awards,
        List<AwardWork> awardWork,
        List<ProcedureLine> awardProcedures,
        List<Line> standards,
        List<Quota> quotas,
        List<EvidenceRule> evidence,
        List<Escalation> escalations,
        List<Inspection> inspections,
        List<Review> reviews,
        List<Publicity> publicity,
        List<Line> indicators,
        List<Line> principles,
        @Nullable ChangeRequests changeRequests,
        List<Line> recipients,
        List<OpenPoint> openPoints,
        Settings settings) {

    public CampaignPlan {
        superior = orEmpty(superior);
        awardWork = orEmpty(awardWork);
        awardProcedures = orEmpty(awardProcedures);
        standards = orEmpty(standards);
        quotas = orEmpty(quotas);
        evidence = orEmpty(evidence);
        escalations = orEmpty(escalations);
        inspections = orEmpty(inspections);
        publicity = orEmpty(publicity);
        indicators = orEmpty(indicators);
        principles = orEmpty(principles);
        settings = settings == null ? Settings.DEFAULT : settings;
    }

    static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    public Optional<Duty> duty(String id) {
        return duties.stream().filter(duty -> duty.id().equals(id)).findFirst();
    }

    public Optional<Agency> agency(String id) {
        return agencies.stream().filter(agency -> agency.id().equals(id)).findFirst();
    }

    /** The name of an agency, or the id where the plan knows no such agency. */
    public String agencyName(String id) {
        return agency(id).map(Agency::name).orElse(id);
    }

    public Optional<OpenPoint> openPoint(String id) {
        return openPoints.stream().filter(point -> point.id().equals(id)).findFirst();
    }

    /** Cơ quan thường trực: the agency that runs the campaign and rules on what the plan leaves open. */
    @JsonIgnore
    public Agency standingAgency() {
        return agencies.stream()
                .filter(agency -> agency.has(Part.STANDING))
                .findFirst()
                .orElseThrow();
    }

    @JsonIgnore
    public Set<String> groupIds() {
        return unitGroups.stream().map(UnitGroup::id).collect(Collectors.toUnmodifiableSet());
    }

    public CampaignPlan withDuties(List<Duty> changed) {
        return with(changed, quotas, awardWork, awardProcedures);
    }

    public CampaignPlan withQuotas(List<Quota> changed) {
        return with(duties, changed, awardWork, awardProcedures);
    }

    /** The plan as one written before these lines were part of the format holds it. */
    CampaignPlan withoutAwardWork() {
        return with(duties, quotas, List.of(), List.of());
    }

    private CampaignPlan with(
            List<Duty> duties, List<Quota> quotas, List<AwardWork> awardWork, List<ProcedureLine> awardProcedures) {
        return new CampaignPlan(
                schema,
                code,
                name,
                source,
                authority,
                document,
                superior,
                bases,
                duration,
                phases,
                targets,
                unitGroups,
                agencies,
                duties,
                criteria,
                awards,
                awardWork,
                awardProcedures,
                standards,
                quotas,
                evidence,
                escalations,
                inspections,
                reviews,
                publicity,
                indicators,
                principles,
                changeRequests,
                recipients,
                openPoints,
                settings);
    }

    /** One line of the plan with where it stands and its very words. */
    public record Line(
            String clause, String quote, @Nullable String note) {}

    public record Source(String text, @Nullable String scan) {}

    public record Authority(
            String name,
            Level level,
            String province,
            String clause,
            String quote,
            @Nullable String note) {}

    public enum Level {
        PROVINCE,
        COMMUNE
    }

    /** The plan as a document: number, date and signer as printed, null where the text has none. */
    public record PlanDocument(
            String kind,
            @Nullable String number,
            @Nullable String date,
            @Nullable String signer,
            @Nullable String position,
            @Nullable String capacity,
            @Nullable LegalBasis delegation,
            @Nullable LegalBasis proposal,
            List<String> missing,
            String clause,
            String quote,
            @Nullable String note) {

        public PlanDocument {
            missing = orEmpty(missing);
        }

        /** "Quyết định số 1470/QĐ-UBND ngày 21/06/2025", with "(không ghi số)" and the like for what is missing. */
        @JsonIgnore
        public String inWords() {
            return "%s %s %s"
                    .formatted(
                            kind,
                            number == null ? "(không ghi số)" : "số " + number,
                            date == null ? "(không ghi ngày)" : (date.length() == 10 ? "ngày " : "tháng ") + date);
        }
    }

    /** Căn cứ: a document, identified by number, issuer and date. */
    public record LegalBasis(
            @Nullable String number,
            String issuer,
            @Nullable String date,
            @Nullable String title,
            String clause,
            String quote,
            @Nullable String note) {

        @JsonIgnore
        public String inWords() {
            return Stream.of(number == null ? title : number, issuer, date)
                    .filter(part -> part != null)
                    .collect(Collectors.joining(", "));
        }
    }

    public record Duration(
            @Nullable String from,
            String to,
            String clause,
            String quote,
            @Nullable String note) {}

    public record Phase(
            String id,
            String name,
            int fromYear,
            int toYear,
            String clause,
            String quote,
            @Nullable String note) {}

    public record Target(
            String name,
            String kind,
            String clause,
            String quote,
            @Nullable String note) {}

    public record UnitGroup(
            String id,
            String name,
            String clause,
            String quote,
            @Nullable String note) {}

    public record Agency(String id, String name, List<AgencyPart> parts) {

        public boolean has(Part part) {
            return parts.stream().anyMatch(held -> held.part() == part);
        }
    }

    public record AgencyPart(
            Part part,
            @Nullable String task,
            String clause,
            String quote,
            @Nullable String note) {}

    /** What an agency does in a campaign. */
    public enum Part {
        STANDING("Cơ quan thường trực"),
        RECEIVE("Tiếp nhận"),
        CONSOLIDATE("Tổng hợp"),
        LEAD("Chủ trì"),
        COORDINATE("Phối hợp"),
        APPRAISE("Thẩm định"),
        DECIDE("Quyết định"),
        ESCALATE("Trình cấp trên"),
        COUNCIL("Hội đồng"),
        STANDING_BODY("Thường trực Hội đồng"),
        INSPECT("Kiểm tra"),
        GUIDE("Hướng dẫn"),
        PUBLICISE("Tuyên truyền"),
        AMEND("Tổng hợp kiến nghị điều chỉnh"),
        INDICATORS("Xây dựng bộ chỉ số");

        private final String label;

        Part(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public record CriteriaGroup(
            String id,
            String name,
            String clause,
            @Nullable String quote,
            List<String> unitGroups,
            String nominee,
            List<Line> items) {}

    public record Award(
            Occasion occasion,
            List<AwardForm> forms,
            @Nullable String authority,
            String clause,
            String quote,
            @Nullable String note) {}

    /** Who does what when awards are considered; AwardRoles reads it. */
    public record AwardWork(
            AwardRole role,
            String agency,
            String clause,
            String quote,
            @Nullable String note) {}

    /** What the plan, or a province's own rule quoted in it, says of the procedure of a form; what it leaves out is as by default. */
    public record ProcedureLine(
            AwardForm form,
            @Nullable List<AwardProcedure.Component> components,
            @Nullable Boolean council,
            @Nullable Integer thresholdPercent,
            @Nullable ThresholdBase thresholdBase,
            @Nullable Integer quorumPercent,
            @Nullable Boolean secret,
            @Nullable Integer receiveDays,
            @Nullable Integer appraisalDays,
            String clause,
            String quote,
            @Nullable String note) {}

    public enum Occasion {
        ANNUAL("Hằng năm"),
        INTERIM_REVIEW("Sơ kết"),
        FINAL_REVIEW("Tổng kết"),
        AD_HOC("Đột xuất");

        private final String label;

        Occasion(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        /** " năm 2026", ", sơ kết năm 2027": what follows the name of the campaign in a sentence. */
        public String inYear(int year) {
            return switch (this) {
                case ANNUAL -> " năm " + year;
                case AD_HOC -> ", khen thưởng đột xuất năm " + year;
                case INTERIM_REVIEW -> ", sơ kết năm " + year;
                case FINAL_REVIEW -> ", tổng kết năm " + year;
            };
        }
    }

    public enum AwardForm {
        BK_TINH("Bằng khen của Chủ tịch UBND tỉnh"),
        BK_TTG("Bằng khen của Thủ tướng Chính phủ"),
        GK("Giấy khen"),
        CO_TINH("Cờ thi đua của UBND tỉnh"),
        CO_CP("Cờ thi đua của Chính phủ"),
        HCLD("Huân chương Lao động");

        private static final List<String> GRADES = List.of("Nhất", "Nhì", "Ba");
        private static final List<AwardForm> BY_RANK = List.of(HCLD, CO_CP, BK_TTG, CO_TINH, BK_TINH, GK);

        private final String label;

        AwardForm(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        /** "Huân chương Lao động hạng Nhì", a form without grades as it is. */
        public String named(@Nullable Integer grade) {
            return grade == null ? label : "%s hạng %s".formatted(label, GRADES.get(grade - 1));
        }

        /** 0 is the highest, as at a ceremony. */
        public int rank() {
            return BY_RANK.indexOf(this);
        }

        /** Cờ thi đua is given to collectives only. */
        public boolean forCollectivesOnly() {
            return this == CO_TINH || this == CO_CP;
        }

        /** Hình thức khen thưởng cấp Nhà nước: decided by the Prime Minister or the President of State. */
        public boolean isOfState() {
            return this == BK_TTG || this == CO_CP || this == HCLD;
        }
    }

    /**
     * Chỉ tiêu số lượng; only LIMITED carries numbers. No quota line for a form means no gate.
     *
     * @param households null where nothing says how many households may be awarded, or within which number they count
     * @param year the one year the line is for; null for every year
     */
    public record Quota(
            Occasion occasion,
            AwardForm form,
            State state,
            @Nullable Integer collectives,
            @Nullable Integer individuals,
            @Nullable Integer households,
            @Nullable Integer year,
            String clause,
            String quote,
            @Nullable String note) {

        /** The same by another document: its words stand in the place of clause and quotation. */
        Quota ruledBy(String document, String words) {
            return new Quota(occasion, form, state, collectives, individuals, households, year, document, words, note);
        }

        public enum State {
            LIMITED("Không vượt quá"),
            NOT_ALLOCATED("Chưa phân bổ"),
            HEAD_DECIDES("Thủ trưởng quyết định"),
            CENTRAL_ALLOCATION("Theo phân bổ của Trung ương"),
            LATER_GUIDANCE("Theo hướng dẫn sau");

            private final String label;

            State(String label) {
                this.label = label;
            }

            public String label() {
                return label;
            }
        }
    }

    public record EvidenceRule(
            String criteria,
            String nominees,
            List<String> documents,
            String clause,
            String quote,
            @Nullable String note) {}

    public record Escalation(
            List<AwardForm> forms,
            @Nullable String from,
            String to,
            List<Integer> years,
            String clause,
            String quote,
            @Nullable String note) {

        public Escalation {
            forms = orEmpty(forms);
            years = orEmpty(years);
        }
    }

    public record Inspection(
            List<String> by,
            @Nullable Boolean yearly,
            String clause,
            String quote,
            @Nullable String note) {}

    public record Review(
            Occasion occasion,
            String expected,
            String clause,
            String quote,
            @Nullable String note) {}

    public record Publicity(
            String who,
            String clause,
            String quote,
            @Nullable String note) {}

    public record ChangeRequests(
            String to,
            String clause,
            String quote,
            @Nullable String note) {}

    /** Điểm bỏ ngỏ: a question the plan doesn't answer; the standing agency rules on it. */
    public record OpenPoint(
            String id,
            String question,
            Aspect aspect,
            @Nullable String duty,
            String clause,
            String quote,
            @Nullable String note) {}

    /** How duties are opened and called to mind in this campaign. */
    public record Settings(
            @Nullable Integer openDaysBefore,
            @Nullable List<Integer> remindDaysBefore,
            @Nullable Boolean remindLastWorkingDay,
            @Nullable Integer remindEveryDaysAfter) {

        static final Settings DEFAULT = new Settings(null, null, null, null);

        public Settings {
            openDaysBefore = openDaysBefore == null ? 60 : openDaysBefore;
            remindDaysBefore = remindDaysBefore == null ? List.of(30, 7, 1) : List.copyOf(remindDaysBefore);
            remindLastWorkingDay = remindLastWorkingDay == null || remindLastWorkingDay;
            remindEveryDaysAfter = remindEveryDaysAfter == null ? 7 : remindEveryDaysAfter;
        }

        @JsonIgnore
        public ReminderRule reminderRule() {
            return new ReminderRule(remindDaysBefore, remindLastWorkingDay, remindEveryDaysAfter);
        }
    }
}
