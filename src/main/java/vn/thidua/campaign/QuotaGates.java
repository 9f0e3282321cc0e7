package vn.thidua.campaign;

import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thidua.campaign.CampaignPlan.AwardForm;
import vn.thidua.campaign.CampaignPlan.Occasion;
import vn.thidua.campaign.CampaignPlan.Quota;
import vn.thidua.campaign.QuotaGate.State;

/**
 * Cửa chỉ tiêu: how many of a form may be decided on an occasion, by the plan with its rulings and amendments. No line is no gate; "chưa
 * phân bổ" is neither zero nor unlimited.
 */
@Component
public class QuotaGates {

    /** @param year the year of the round; annual quotas count in it, and a ruling may be for one year alone */
    public QuotaGate of(Campaign campaign, Occasion occasion, AwardForm form, NomineeKind kind, int year) {
        var perYear = occasion == Occasion.ANNUAL;
        return line(campaign, occasion, form, year)
                .map(quota -> gate(quota, kind, perYear))
                .orElseGet(() -> new QuotaGate(
                        State.NONE,
                        null,
                        "Kế hoạch không nêu chỉ tiêu %s dịp %s.".formatted(form.label(), lower(occasion)),
                        "",
                        perYear));
    }

    /** The line for the year goes before the line for every year. */
    private static Optional<Quota> line(Campaign campaign, Occasion occasion, AwardForm form, int year) {
        return campaign.plan().quotas().stream()
                .filter(quota -> quota.occasion() == occasion && quota.form() == form)
                .filter(quota -> quota.year() == null || quota.year() == year)
                .min(Comparator.comparing(quota -> quota.year() == null));
    }

    private static QuotaGate gate(Quota quota, NomineeKind kind, boolean perYear) {
        return switch (quota.state()) {
            case LIMITED -> limited(quota, kind, perYear);
            case NOT_ALLOCATED ->
                new QuotaGate(
                        State.BLOCKED,
                        null,
                        "%s dịp %s chưa được phân bổ số lượng; chưa quyết định được cho đến khi nhập văn bản phân bổ (sửa đổi kế hoạch)."
                                .formatted(quota.form().label(), lower(quota.occasion())),
                        quota.clause(),
                        perYear);
            case HEAD_DECIDES -> open(quota, "Số lượng do thủ trưởng quyết định.", perYear);
            case CENTRAL_ALLOCATION ->
                open(quota, "Số lượng theo phân bổ của Trung ương; cấp trên quyết định.", perYear);
            case LATER_GUIDANCE -> open(quota, "Kế hoạch để hướng dẫn sau, không nêu số lượng.", perYear);
        };
    }

    private static QuotaGate open(Quota quota, String reason, boolean perYear) {
        return new QuotaGate(State.NONE, null, reason, quota.clause(), perYear);
    }

    private static QuotaGate limited(Quota quota, NomineeKind kind, boolean perYear) {
        var limit = number(quota, kind);
        if (limit == null) {
            var reason =
                    "Kế hoạch nêu chỉ tiêu %s dịp %s cho tập thể và cá nhân, không nêu hộ gia đình tính vào đâu; cơ quan thường trực phải quyết định số hộ gia đình (sửa đổi chỉ tiêu) trước khi khen."
                            .formatted(quota.form().label(), lower(quota.occasion()));
            return new QuotaGate(State.BLOCKED, null, reason, quota.clause(), perYear);
        }
        var reason = "%s dịp %s: không vượt quá %d %s%s."
                .formatted(
                        quota.form().label(),
                        lower(quota.occasion()),
                        limit,
                        kind.label().toLowerCase(Locale.ROOT),
                        perYear ? " trong năm" : "");
        return new QuotaGate(State.LIMITED, limit, reason, quota.clause(), perYear);
    }

    private static @Nullable Integer number(Quota quota, NomineeKind kind) {
        return switch (kind) {
            case COLLECTIVE -> Objects.requireNonNull(quota.collectives());
            case INDIVIDUAL -> Objects.requireNonNull(quota.individuals());
            case HOUSEHOLD -> quota.households();
        };
    }

    private static String lower(Occasion occasion) {
        return occasion.label().toLowerCase(Locale.ROOT);
    }
}
