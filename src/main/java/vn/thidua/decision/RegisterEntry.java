package vn.thidua.decision;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thidua.campaign.CampaignPlan.AwardForm;
import vn.thidua.campaign.CampaignPlan.Occasion;
import vn.thidua.campaign.NomineeKind;

/**
 * One line of the register (sổ vàng), as things stood when the award was given.
 *
 * @param key {@code <campaign>/SV-<year>-<number, 5 digits>}; year of the decision's date
 * @param decision id of the decision; null for an award given by a superior
 * @param document the deciding document in words, e.g. "05/QĐ-UBND ngày 05/12/2026"
 * @param authority who decided
 * @param prize đồng; null where a superior pays it
 */
public record RegisterEntry(
        long id,
        String key,
        String campaign,
        int year,
        int number,
        String dossier,
        @Nullable Long decision,
        String document,
        LocalDate decidedOn,
        String authority,
        Occasion occasion,
        AwardForm form,
        @Nullable Integer grade,
        NomineeKind kind,
        UUID nominee,
        String name,
        String unit,
        String unitName,
        @Nullable Long prize,
        Status status) {

    public enum Status {
        VALID("Có hiệu lực"),
        REVOKED("Đã hủy bỏ");

        private final String label;

        Status(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public String award() {
        return form.named(grade);
    }
}
