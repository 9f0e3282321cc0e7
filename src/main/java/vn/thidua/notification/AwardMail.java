package vn.thidua.notification;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.thidua.calendar.MovableClock;
import vn.thidua.campaign.AwardAgency;
import vn.thidua.campaign.AwardRoles;
import vn.thidua.campaign.Campaign;
import vn.thidua.decision.AwardDecision;
import vn.thidua.decision.DecisionHappened;
import vn.thidua.nomination.AwardRound;
import vn.thidua.nomination.AwardRounds;
import vn.thidua.nomination.Dossier;
import vn.thidua.nomination.DossierHappened;
import vn.thidua.nomination.LatePermission;
import vn.thidua.nomination.RoundHappened;
import vn.thidua.notification.Letters.Post;
import vn.thidua.organisation.Groups;
import vn.thidua.organisation.Unit;
import vn.thidua.organisation.Units;

/**
 * Listens to what happens to rounds, dossiers and decisions. A return, a supplement asked for, a hold and a revocation are told at once,
 * everything else in the next digest.
 */
@Component
class AwardMail {

    private final Units units;
    private final AwardRoles roles;
    private final AwardRounds rounds;
    private final Letters letters;
    private final AwardLines lines;
    private final MovableClock clock;

    AwardMail(
            Units units, AwardRoles roles, AwardRounds rounds, Letters letters, AwardLines lines, MovableClock clock) {
        this.units = units;
        this.roles = roles;
        this.rounds = rounds;
        this.letters = letters;
        this.lines = lines;
        this.clock = clock;
    }

    @EventListener
    void tell(DossierHappened happened) {
        letters.tell(post -> dossier(happened, post));
    }

    @EventListener
    void tell(RoundHappened happened) {
        letters.tell(post -> round(happened, post));
    }

    @EventListener
    void tell(DecisionHappened happened) {
        letters.tell(post -> decision(happened, post));
    }

    /** How a line about the matter is written. */
    private interface Matter {

        DigestLine line(Section section, String what);
    }

    /** One matter on its way to several groups. */
    private record About(Post post, String kind, String subject, Matter matter) {

        void note(Collection<String> groups, Section section, String what) {
            post.note(groups, kind, subject, matter.line(section, what));
        }

        void atOnce(Collection<String> groups, Section section, String what) {
            post.atOnce(groups, kind, subject, matter.line(section, what));
        }
    }

    /** A dossier on its way to several groups. @param reason told with it; null where it is not theirs to know */
    private record Case(
            Post post,
            String kind,
            Dossier dossier,
            @Nullable String reason) {

        void note(Collection<String> groups, Section section, String what) {
            post.note(groups, kind, dossier, section, what, reason);
        }

        void atOnce(Collection<String> groups, Section section, String what) {
            post.atOnce(groups, kind, dossier, section, what, reason);
        }
    }

    private void dossier(DossierHappened happened, Post post) {
        var dossier = happened.dossier();
        var campaign = post.campaign(dossier.campaign());
        var kind = "dossier." + code(happened.kind());
        var told = new Case(post, kind, dossier, happened.reason());
        // why a dossier is paused is for its unit alone
        var discreet = new Case(post, kind, dossier, null);
        var unit = List.of(dossier.unitGroup());
        var lead = List.of(dossier.leadGroup());
        switch (happened.kind()) {
            case SUBMITTED -> told.note(lead, Section.TO_REVIEW, "đã nộp, chờ tiếp nhận");
            case RECEIVED -> {
                told.note(unit, Section.INFO, "đã được tiếp nhận");
                told.note(others(campaign, dossier), Section.TO_REVIEW, "chờ cho ý kiến thẩm định");
            }
            case SUPPLEMENT_REQUESTED -> told.atOnce(unit, Section.RETURNED, "cần bổ sung");
            case RETURNED -> told.atOnce(unit, Section.RETURNED, "đã bị trả lại");
            case HELD -> {
                told.atOnce(unit, Section.INFO, "tạm dừng xét");
                discreet.note(lead, Section.INFO, "tạm dừng xét");
            }
            case LIFTED -> {
                told.note(unit, Section.INFO, "được xét tiếp");
                discreet.note(lead, Section.INFO, "được xét tiếp");
            }
            case WITHDRAWN -> {
                if (dossier.version() > 0) told.note(lead, Section.INFO, "đơn vị đã rút");
            }
            case OPINIONS_DIFFER -> told.note(lead, Section.TO_REVIEW, "ý kiến thẩm định khác nhau, chờ kết luận");
            case APPRAISED -> told.note(unit, Section.INFO, "đã thẩm định, được đề nghị khen thưởng");
            case IN_COUNCIL -> told.note(unit, Section.INFO, "đã trình Hội đồng");
            case VOTED -> told.note(unit, Section.INFO, "Hội đồng đã thông qua");
            case ESCALATED -> told.note(unit, Section.INFO, "đã trình cấp trên");
            case AWARDED -> told.note(unit, Section.INFO, "đã được khen thưởng");
            case NOT_AWARDED -> told.note(unit, Section.INFO, "không được khen thưởng");
            case LAPSED -> told.note(unit, Section.INFO, "không xét trong đợt này");
            case REVOKED -> told.atOnce(unit, Section.INFO, "quyết định khen thưởng đã bị hủy bỏ");
            case OUTCOME -> {
                told.note(unit, Section.INFO, "đã có kết quả của cấp trên");
                told.note(lead, Section.INFO, "đã có kết quả của cấp trên");
            }
            case TO_SIGN -> {
                // the decision it stands in is told of once, not dossier by dossier
            }
        }
    }

    /** Who gives an opinion besides the lead. */
    private List<String> others(Campaign campaign, Dossier dossier) {
        return roles.opinionAgencies(campaign, dossier.unit()).stream()
                .map(AwardAgency::group)
                .filter(group -> !group.equals(dossier.leadGroup()))
                .toList();
    }

    private void round(RoundHappened happened, Post post) {
        var round = happened.round();
        var campaign = post.campaign(round.campaign());
        var told = new About(
                post,
                "round." + code(happened.kind()),
                round.key(),
                (section, what) -> lines.of(campaign, round, section, what, happened.detail()));
        var standing = List.of(campaign.standingAgencyGroup());
        var window = "nhận hồ sơ %s".formatted(round.terms().window().inWords());
        switch (happened.kind()) {
            case PREPARED -> told.note(standing, Section.TO_REVIEW, "chờ xác nhận nội dung đợt xét");
            case TO_ALLOCATE ->
                told.note(
                        roles.allocatingGroup(campaign).stream().toList(),
                        Section.TO_REVIEW,
                        "chờ phân bổ số lượng cho các đơn vị");
            case OPENED -> told.note(nominating(campaign, round), Section.INFO, window);
            case WINDOW_MOVED -> told.note(nominating(campaign, round), Section.INFO, "đổi hạn, " + window);
            case CLOSED ->
                told.note(
                        List.of(round.leadGroup()), Section.TO_REVIEW, "đã hết hạn nhận hồ sơ, chờ kết thúc thẩm định");
            case LATE_REQUESTED -> told.note(standing, Section.TO_REVIEW, "có đơn vị xin nộp muộn, chờ quyết định");
            case LATE_GRANTED -> told.note(askedLast(round), Section.INFO, "được nộp hồ sơ muộn");
            case LATE_REFUSED -> told.note(askedLast(round), Section.INFO, "không được nộp hồ sơ muộn");
            case APPRAISED ->
                told.note(
                        List.of(Groups.ofSecretary(campaign.code()), campaign.standingAgencyGroup()),
                        Section.INFO,
                        "đã thẩm định xong");
            case CONCLUDED -> told.note(standing, Section.INFO, "đã kết thúc");
            case CANCELLED -> told.note(nominating(campaign, round), Section.INFO, "đã hủy");
            case ALLOCATED -> {
                // told with the opening
            }
        }
    }

    private List<String> nominating(Campaign campaign, AwardRound round) {
        var today = clock.today();
        return units.of(campaign.code()).stream()
                .filter(unit -> round.terms().unitGroups().contains(unit.group()) && unit.existsOn(today))
                .map(Unit::code)
                .map(unit -> Groups.ofUnit(campaign.code(), unit))
                .toList();
    }

    /** The unit whose request was decided last. */
    private List<String> askedLast(AwardRound round) {
        return rounds.latePermissions(round.key()).stream()
                .filter(permission -> permission.decidedAt() != null)
                .max(Comparator.comparing(LatePermission::decidedAt))
                .map(permission -> Groups.ofUnit(round.campaign(), permission.unit()))
                .stream()
                .toList();
    }

    private void decision(DecisionHappened happened, Post post) {
        var decision = happened.decision();
        var campaign = post.campaign(decision.campaign());
        var limit = switch (happened.kind()) {
            case ISSUED -> decision.tellBy();
            case TOLD -> decision.deliverBy();
            default -> null;
        };
        var told = new About(
                post,
                "decision." + code(happened.kind()),
                decision.key(),
                (section, what) -> lines.of(campaign, decision, section, what, limit, happened.reason()));
        var drafting = List.of(decision.draftingGroup());
        var clerks = decision.isOfUnitHead()
                ? drafting
                : List.of(Groups.ofClerk(campaign.code()), campaign.standingAgencyGroup());
        switch (happened.kind()) {
            case OPENED -> told.note(drafting, Section.TO_REVIEW, "chờ soạn thảo");
            case DRAFTED -> told.note(signing(decision), Section.TO_REVIEW, "chờ ký");
            case SENT_BACK -> told.note(drafting, Section.RETURNED, "người ký đã trả lại dự thảo");
            case SIGNED -> told.note(clerks, Section.TO_REVIEW, "đã ký, chờ vào số");
            case ISSUED -> told.note(clerks, Section.TO_REVIEW, "đã ban hành, chờ thông báo kết quả");
            case TOLD -> told.note(clerks, Section.TO_REVIEW, "đã thông báo kết quả, chờ trao thưởng");
            case NUMBERED, HANDED_OVER -> {
                // nobody has to do anything about it
            }
        }
    }

    /** A deputy signs for the chairman, not for the head of a unit. */
    private static List<String> signing(AwardDecision decision) {
        var own = decision.authority().group();
        return decision.isOfUnitHead() ? List.of(own) : List.of(own, Groups.ofDeputy(decision.campaign()));
    }

    private static String code(Enum<?> kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
