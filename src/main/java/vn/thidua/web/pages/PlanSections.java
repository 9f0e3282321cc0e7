package vn.thidua.web.pages;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.thidua.calendar.VietnamTime;
import vn.thidua.campaign.AwardProcedure;
import vn.thidua.campaign.Campaign;
import vn.thidua.campaign.CampaignPlan;
import vn.thidua.campaign.CampaignPlan.AwardForm;
import vn.thidua.campaign.CampaignPlan.LegalBasis;
import vn.thidua.campaign.CampaignPlan.Line;
import vn.thidua.campaign.CampaignPlan.ProcedureLine;
import vn.thidua.campaign.CampaignPlan.Quota;
import vn.thidua.campaign.CampaignPlan.UnitGroup;
import vn.thidua.campaign.Duty;
import vn.thidua.campaign.PlanChange;
import vn.thidua.web.pages.PlanLine.Fact;
import vn.thidua.web.pages.PlanLine.Quoted;
import vn.thidua.web.pages.PlanLine.Section;

/** The plan in force, all of it, in the order an official reads one; each line with clause and quotation. */
final class PlanSections {

    private static final String NOT_IN_TEXT = "không ghi trong văn bản";
    private static final String SILENT = "Kế hoạch không nêu.";

    private final Campaign campaign;
    private final CampaignPlan plan;
    private final SourceText source;
    private final Instant now;

    /** @param source the text the quotations link to */
    PlanSections(Campaign campaign, SourceText source, Instant now) {
        this.campaign = campaign;
        this.plan = campaign.plan();
        this.source = source;
        this.now = now;
    }

    List<Section> all() {
        return List.of(
                section("van-ban", "Văn bản phát động", identity()),
                section("can-cu", "Văn bản cấp trên và căn cứ", bases()),
                section("thoi-gian", "Thời gian và giai đoạn", time()),
                section("doi-tuong", "Đối tượng thi đua", targets()),
                section("nhom-don-vi", "Nhóm đơn vị", unitGroups()),
                section("co-quan", "Cơ quan và phần việc", agencies()),
                section("nghia-vu", "Nghĩa vụ nộp và hạn", duties()),
                section("tieu-chi", "Tiêu chí thi đua", criteria()),
                section("khen-thuong", "Hình thức và tiêu chuẩn khen thưởng", awards()),
                new Section(
                        "xet-khen",
                        "Ai làm gì khi xét khen thưởng",
                        awardWork(),
                        "Kế hoạch không có dòng nào; cơ quan thường trực chủ trì, người có vai trò quyết định ký."),
                new Section(
                        "thu-tuc",
                        "Thủ tục xét khen thưởng",
                        awardProcedures(),
                        "Kế hoạch không nêu thủ tục; theo mặc định của hệ thống, cơ quan thường trực quyết định khi mở đợt xét."),
                new Section(
                        "chi-tieu",
                        "Chỉ tiêu số lượng khen thưởng",
                        quotas(),
                        "Kế hoạch không nêu chỉ tiêu số lượng, nên không có mức chặn theo số lượng."),
                section("minh-chung", "Minh chứng", evidence()),
                section("trinh-cap-tren", "Trình cấp trên khen thưởng", escalations()),
                section("kiem-tra", "Kiểm tra, giám sát", inspections()),
                section("so-ket", "Sơ kết, tổng kết", reviews()),
                section("tuyen-truyen", "Tuyên truyền", publicity()),
                section("bo-chi-so", "Bộ chỉ số và chấm điểm cụm, khối", lines(plan.indicators())),
                section("nguyen-tac", "Nguyên tắc, yêu cầu", lines(plan.principles())),
                section("kien-nghi", "Kiến nghị điều chỉnh kế hoạch", changeRequests()),
                section("noi-nhan", "Nơi nhận", lines(plan.recipients())),
                new Section("diem-bo-ngo", "Điểm bỏ ngỏ", openPoints(), "Kế hoạch không để ngỏ điểm nào."),
                new Section("sua-doi", "Sửa đổi, bổ sung và quyết định đã có", changes(), "Chưa có văn bản nào."),
                new Section("nhac-viec", "Cách mở việc và nhắc việc", settings(), ""));
    }

    private static Section section(String id, String title, List<PlanLine> lines) {
        return new Section(id, title, lines, SILENT);
    }

    private List<PlanLine> identity() {
        var authority = plan.authority();
        var document = plan.document();
        var lines = new ArrayList<PlanLine>();
        lines.add(PlanLine.of(
                authority.name(),
                quoted(authority.clause(), authority.quote(), authority.note()),
                List.of(
                        said("Là", "cơ quan ban hành"),
                        said("Cấp", authority.level() == CampaignPlan.Level.PROVINCE ? "Tỉnh" : "Xã"),
                        said("Tỉnh", authority.province()))));
        lines.add(PlanLine.of(
                document.kind(),
                quoted(document.clause(), document.quote(), document.note()),
                List.of(
                        said("Số, ký hiệu", document.number()),
                        said("Ngày ban hành", date(document)),
                        said("Người ký", document.signer()),
                        said("Chức vụ", document.position()),
                        said("Thể thức ký", capacity(document.capacity())))));
        if (document.delegation() != null) lines.add(basis("Ủy quyền ký", document.delegation()));
        if (document.proposal() != null) lines.add(basis("Theo đề nghị tại", document.proposal()));
        return lines;
    }

    private static @Nullable String date(CampaignPlan.PlanDocument document) {
        return document.missing().contains("day") && document.date() != null
                ? "tháng %s, ngày %s".formatted(document.date(), NOT_IN_TEXT)
                : document.date();
    }

    private static @Nullable String capacity(@Nullable String capacity) {
        if (capacity == null) return null;
        return switch (capacity) {
            case "TM." -> "TM. (thay mặt)";
            case "KT." -> "KT. (ký thay)";
            case "TL." -> "TL. (thừa lệnh)";
            case "TUQ." -> "TUQ. (thừa ủy quyền)";
            case "Q." -> "Q. (quyền)";
            default -> capacity;
        };
    }

    private List<PlanLine> bases() {
        return Stream.concat(
                        plan.superior().stream().map(basis -> basis("Văn bản cấp trên", basis)),
                        plan.bases().stream().map(basis -> basis("Căn cứ", basis)))
                .toList();
    }

    private PlanLine basis(String what, LegalBasis basis) {
        var title = basis.number() == null ? String.valueOf(basis.title()) : basis.number();
        return PlanLine.of(
                title,
                quoted(basis.clause(), basis.quote(), basis.note()),
                List.of(
                        said("Loại", what),
                        said("Số, ký hiệu", basis.number()),
                        said("Cơ quan ban hành", basis.issuer()),
                        said("Ngày", basis.date()),
                        said("Trích yếu", basis.title())));
    }

    private List<PlanLine> time() {
        var duration = plan.duration();
        var lines = new ArrayList<PlanLine>();
        lines.add(PlanLine.of(
                "Thời gian thực hiện",
                quoted(duration.clause(), duration.quote(), duration.note()),
                List.of(said("Từ", duration.from()), said("Đến", duration.to()))));
        for (var phase : plan.phases()) {
            lines.add(PlanLine.of(
                    phase.name(),
                    quoted(phase.clause(), phase.quote(), phase.note()),
                    List.of(said("Năm", phase.fromYear() + " – " + phase.toYear()))));
        }
        return lines;
    }

    private List<PlanLine> targets() {
        return plan.targets().stream()
                .map(target -> PlanLine.of(
                        target.name(),
                        quoted(target.clause(), target.quote(), target.note()),
                        List.of(said("Loại", nominee(target.kind())))))
                .toList();
    }

    private static String nominee(String kind) {
        return switch (kind) {
            case "COLLECTIVE" -> "Tập thể";
            case "INDIVIDUAL" -> "Cá nhân";
            default -> "Tập thể và cá nhân";
        };
    }

    private List<PlanLine> unitGroups() {
        return plan.unitGroups().stream()
                .map(group -> PlanLine.of(group.name(), quoted(group.clause(), group.quote(), group.note()), List.of()))
                .toList();
    }

    private List<PlanLine> agencies() {
        return plan.agencies().stream()
                .map(agency -> new PlanLine(
                        agency.name(),
                        agency.has(CampaignPlan.Part.STANDING)
                                ? new PlanLine.State(CampaignPlan.Part.STANDING.label(), "good")
                                : null,
                        List.of(),
                        null,
                        agency.parts().stream()
                                .map(part -> PlanLine.of(
                                        part.task() == null
                                                ? part.part().label()
                                                : part.part().label() + ": " + part.task(),
                                        quoted(part.clause(), part.quote(), part.note()),
                                        List.of()))
                                .toList()))
                .toList();
    }

    private List<PlanLine> duties() {
        return plan.duties().stream().map(this::duty).toList();
    }

    private PlanLine duty(Duty duty) {
        var facts = new ArrayList<Fact>();
        facts.add(said("Loại", duty.type().label()));
        facts.add(said("Đơn vị thực hiện", from(duty)));
        facts.add(
                duty.to().isEmpty()
                        ? new Fact(
                                "Nơi nhận",
                                "chưa quy định; %s tiếp nhận với tư cách cơ quan thường trực"
                                        .formatted(plan.standingAgency().name()),
                                true)
                        : said(
                                "Nơi nhận",
                                agencies(duty.to()) + (duty.via() == null ? "" : " (qua %s)".formatted(duty.via()))));
        facts.add(said("Kỳ", DueWords.frequency(duty.every(), duty.first(), duty.last())));
        facts.add(due("Hạn", duty.due(), duty));
        for (var exception : duty.exceptions()) {
            facts.add(due("Hạn riêng cho " + groups(exception.groups()), exception.due(), duty));
        }
        NextDeadline.of(plan, duty, now)
                .ifPresent(next -> facts.add(said(
                        "Hạn sắp tới",
                        next.period().code().isEmpty()
                                ? next.deadline().inWords()
                                : "kỳ %s: %s"
                                        .formatted(
                                                next.period().inWords(),
                                                next.deadline().inWords()))));
        if (duty.superiorDue() != null) facts.add(due("Hạn của cấp trên", duty.superiorDue(), duty));
        duty.periods().stream()
                .filter(period -> period.frequency().isRecurring()
                        && period.year() == VietnamTime.dayOf(now).getYear())
                .flatMap(period -> duty.superiorConflict(period).stream())
                .forEach(conflict -> facts.add(new Fact("Lưu ý", conflict, true)));
        if (duty.closesAtDeadline()) facts.add(said("Khi hết hạn", "khóa nộp"));
        var line = PlanLine.of(duty.name(), quoted(duty.clause(), duty.quote(), duty.note()), facts);
        return (isWithoutDate(duty) ? line.in("Hạn chưa quy định", "warn") : line).with(effects(duty));
    }

    private static boolean isWithoutDate(Duty duty) {
        return duty.due().isUndated()
                && duty.exceptions().stream()
                        .allMatch(exception -> exception.due().isUndated());
    }

    /** The clauses of deadlines of their own, and what was ruled or amended since. */
    private List<PlanLine> effects(Duty duty) {
        var exceptions = duty.exceptions().stream()
                .filter(exception -> source.holds(exception.quote()))
                .map(exception -> PlanLine.of(
                        "Hạn riêng cho " + groups(exception.groups()),
                        quoted(exception.clause(), exception.quote(), exception.note()),
                        List.of()));
        var changes = campaign.changes().stream()
                .filter(change -> duty.id().equals(change.duty()))
                .map(this::change);
        return Stream.concat(exceptions, changes).toList();
    }

    private static Fact due(String label, vn.thidua.calendar.DueRule due, Duty duty) {
        return new Fact(label, DueWords.rule(due, duty.every()), due.isUndated());
    }

    private String from(Duty duty) {
        if (duty.type() == Duty.Type.CONSOLIDATED_REPORT) return agencies(duty.from());
        return duty.from().contains("all") ? "tất cả các nhóm đơn vị" : groups(duty.from());
    }

    private String agencies(List<String> ids) {
        return ids.stream().map(plan::agencyName).collect(joining("; "));
    }

    private String groups(List<String> ids) {
        return plan.unitGroups().stream()
                .filter(group -> ids.contains(group.id()))
                .map(UnitGroup::name)
                .collect(joining("; "));
    }

    private List<PlanLine> criteria() {
        return plan.criteria().stream()
                .map(group -> new PlanLine(
                        group.name(),
                        null,
                        Stream.of(
                                        said("Loại", nominee(group.nominee())),
                                        group.unitGroups().isEmpty()
                                                ? null
                                                : said("Nhóm đơn vị", groups(group.unitGroups())),
                                        said(
                                                "Số tiêu chí",
                                                String.valueOf(group.items().size())))
                                .filter(Objects::nonNull)
                                .toList(),
                        quoted(group.clause(), group.quote(), null),
                        lines(group.items())))
                .toList();
    }

    private List<PlanLine> awards() {
        var awards = plan.awards().stream()
                .map(award -> PlanLine.of(
                        award.occasion().label(),
                        quoted(award.clause(), award.quote(), award.note()),
                        List.of(said("Hình thức", forms(award.forms())), said("Thẩm quyền", award.authority()))));
        var standards = plan.standards().stream()
                .map(line -> PlanLine.of(
                        "Tiêu chuẩn khen thưởng", quoted(line.clause(), line.quote(), line.note()), List.of()));
        return Stream.concat(awards, standards).toList();
    }

    private static String forms(List<AwardForm> forms) {
        return forms.stream().map(AwardForm::label).collect(joining("; "));
    }

    private List<PlanLine> awardWork() {
        return plan.awardWork().stream()
                .map(work -> PlanLine.of(
                        "%s: %s".formatted(work.role().label(), plan.agencyName(work.agency())),
                        quoted(work.clause(), work.quote(), work.note()),
                        List.of()))
                .toList();
    }

    private List<PlanLine> awardProcedures() {
        return plan.awardProcedures().stream()
                .map(line -> PlanLine.of(
                        line.form().label(), quoted(line.clause(), line.quote(), line.note()), procedure(line)))
                .toList();
    }

    /** Only what the line says; the rest is as by default. */
    private static List<Fact> procedure(ProcedureLine line) {
        var facts = new ArrayList<Fact>();
        if (line.components() != null) {
            facts.add(said(
                    "Thành phần hồ sơ",
                    line.components().stream()
                            .map(AwardProcedure.Component::name)
                            .collect(joining("; "))));
        }
        if (line.council() != null) facts.add(said("Hội đồng bỏ phiếu", line.council() ? "có" : "không"));
        if (line.thresholdPercent() != null) facts.add(said("Tỷ lệ đồng ý", line.thresholdPercent() + "%"));
        if (line.thresholdBase() != null)
            facts.add(said("Tính trên", line.thresholdBase().label()));
        if (line.quorumPercent() != null) facts.add(said("Tỷ lệ tham gia", line.quorumPercent() + "%"));
        if (line.secret() != null) facts.add(said("Bỏ phiếu", line.secret() ? "kín" : "công khai"));
        if (line.receiveDays() != null) facts.add(said("Tiếp nhận", line.receiveDays() + " ngày làm việc"));
        if (line.appraisalDays() != null) facts.add(said("Thẩm định", line.appraisalDays() + " ngày làm việc"));
        return facts;
    }

    private List<PlanLine> quotas() {
        return plan.quotas().stream()
                .map(quota -> PlanLine.of(
                                "%s: %s%s"
                                        .formatted(
                                                quota.occasion().label(),
                                                quota.form().label(),
                                                quota.year() == null ? "" : " (năm %d)".formatted(quota.year())),
                                quoted(quota.clause(), quota.quote(), quota.note()),
                                List.of(said("Số lượng", amount(quota))))
                        .in(
                                quota.state().label(),
                                switch (quota.state()) {
                                    case LIMITED -> "turn";
                                    case NOT_ALLOCATED, LATER_GUIDANCE -> "warn";
                                    case HEAD_DECIDES, CENTRAL_ALLOCATION -> "quiet";
                                }))
                .toList();
    }

    private static String amount(Quota quota) {
        return switch (quota.state()) {
            case LIMITED ->
                "không vượt quá %d tập thể và %d cá nhân%s"
                        .formatted(
                                quota.collectives(),
                                quota.individuals(),
                                quota.households() == null ? "" : ", %d hộ gia đình".formatted(quota.households()));
            case NOT_ALLOCATED -> "chưa phân bổ: chưa quyết định khen thưởng được cho đến khi có văn bản sửa đổi";
            case HEAD_DECIDES -> "thủ trưởng cơ quan, đơn vị quyết định";
            case CENTRAL_ALLOCATION -> "theo số lượng phân bổ của Trung ương";
            case LATER_GUIDANCE -> "theo hướng dẫn sau";
        };
    }

    private List<PlanLine> evidence() {
        return plan.evidence().stream()
                .map(rule -> PlanLine.of(
                        rule.nominees(),
                        quoted(rule.clause(), rule.quote(), rule.note()),
                        List.of(said("Giấy tờ", String.join("; ", rule.documents())))))
                .toList();
    }

    private List<PlanLine> escalations() {
        return plan.escalations().stream()
                .map(escalation -> PlanLine.of(
                        "Trình " + escalation.to(),
                        quoted(escalation.clause(), escalation.quote(), escalation.note()),
                        List.of(
                                said("Hình thức", escalation.forms().isEmpty() ? null : forms(escalation.forms())),
                                said(
                                        "Cơ quan trình",
                                        escalation.from() == null ? null : plan.agencyName(escalation.from())),
                                said(
                                        "Năm",
                                        escalation.years().isEmpty()
                                                ? null
                                                : escalation.years().stream()
                                                        .map(String::valueOf)
                                                        .collect(joining(", "))))))
                .toList();
    }

    private List<PlanLine> inspections() {
        return plan.inspections().stream()
                .map(inspection -> PlanLine.of(
                        agencies(inspection.by()),
                        quoted(inspection.clause(), inspection.quote(), inspection.note()),
                        List.of(said(
                                "Định kỳ",
                                inspection.yearly() == null
                                        ? null
                                        : inspection.yearly() ? "hằng năm" : "không hằng năm"))))
                .toList();
    }

    private List<PlanLine> reviews() {
        return plan.reviews().stream()
                .map(review -> PlanLine.of(
                        review.occasion().label(),
                        quoted(review.clause(), review.quote(), review.note()),
                        List.of(said("Dự kiến", review.expected()))))
                .toList();
    }

    private List<PlanLine> publicity() {
        return plan.publicity().stream()
                .map(publicity -> PlanLine.of(
                        publicity.who(), quoted(publicity.clause(), publicity.quote(), publicity.note()), List.of()))
                .toList();
    }

    private List<PlanLine> changeRequests() {
        var requests = plan.changeRequests();
        if (requests == null) return List.of();
        return List.of(PlanLine.of(
                "Gửi " + plan.agencyName(requests.to()),
                quoted(requests.clause(), requests.quote(), requests.note()),
                List.of()));
    }

    private List<PlanLine> openPoints() {
        return plan.openPoints().stream()
                .map(point -> {
                    var line = PlanLine.of(
                            point.question(),
                            quoted(point.clause(), point.quote(), point.note()),
                            List.of(said("Nội dung", point.aspect().label())));
                    return campaign.rulingOn(point.id())
                            .map(ruling -> line.in("Đã quyết định", "good").with(List.of(change(ruling))))
                            .orElseGet(() -> line.in("Chờ cơ quan thường trực", "warn"));
                })
                .toList();
    }

    /** What was ruled and amended since the plan was published, oldest first. */
    List<PlanLine> changes() {
        return campaign.changes().stream().map(this::change).toList();
    }

    /** A ruling or an amendment: by which document, what it says and sets, who entered it and when. */
    private PlanLine change(PlanChange change) {
        var facts = new ArrayList<Fact>();
        facts.add(said("Nội dung", change.aspect().label()));
        if (change.duty() != null) facts.add(said("Nghĩa vụ", dutyName(change.duty())));
        facts.add(said("Tóm tắt", change.reason()));
        facts.addAll(new ChangeWords(plan).of(change));
        facts.add(said(
                "Người nhập", "%s, lúc %s".formatted(change.decidedBy(), VietnamTime.dateTime(change.decidedAt()))));
        return new PlanLine(change.kind().label() + " theo " + change.documentInWords(), null, facts, null, List.of());
    }

    private String dutyName(String id) {
        return plan.duty(id).map(Duty::name).orElse(id);
    }

    private List<PlanLine> settings() {
        var settings = plan.settings();
        var before = settings.remindDaysBefore().stream().map(String::valueOf).collect(joining(", "));
        return List.of(new PlanLine(
                "Thiết lập của hệ thống cho phong trào này",
                null,
                List.of(
                        said("Mở việc", "trước hạn %d ngày".formatted(settings.openDaysBefore())),
                        said(
                                "Nhắc trước hạn",
                                "%s ngày%s"
                                        .formatted(
                                                before,
                                                settings.remindLastWorkingDay()
                                                        ? " và vào ngày làm việc cuối cùng trước hạn"
                                                        : "")),
                        said("Nhắc sau hạn", "mỗi %d ngày cho đến khi nộp".formatted(settings.remindEveryDaysAfter())),
                        said("Áp dụng hệ thống từ", VietnamTime.date(campaign.adoptedOn()))),
                null,
                List.of()));
    }

    private List<PlanLine> lines(List<Line> lines) {
        return lines.stream()
                .map(line -> PlanLine.verbatim(quoted(line.clause(), line.quote(), line.note())))
                .toList();
    }

    private static Fact said(String label, @Nullable String text) {
        return text == null ? new Fact(label, NOT_IN_TEXT, true) : new Fact(label, text, false);
    }

    private Quoted quoted(String clause, @Nullable String quote, @Nullable String note) {
        var link = quote != null && source.holds(quote) ? Links.quotation(plan.code(), quote) : null;
        return new Quoted(clause, quote, note, link);
    }
}
