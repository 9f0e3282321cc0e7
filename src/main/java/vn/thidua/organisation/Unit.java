package vn.thidua.organisation;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Đơn vị: a body that takes part in a campaign.
 *
 * @param group the plan's unit group it belongs to
 * @param founded first day it exists; null when it always has
 * @param closed first day it no longer exists; null while it does
 * @param successor the unit that takes over its duties and history
 */
public record Unit(
        String code,
        String name,
        String group,
        Level level,
        @Nullable String parent,
        List<String> emails,
        @Nullable LocalDate founded,
        @Nullable LocalDate closed,
        @Nullable String successor) {

    public enum Level {
        PROVINCE("Tỉnh"),
        COMMUNE("Xã"),
        ENTERPRISE("Doanh nghiệp"),
        OTHER("Khác");

        private final String label;

        Level(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public Unit {
        emails = List.copyOf(emails);
    }

    public boolean existsOn(LocalDate day) {
        return (founded == null || !founded.isAfter(day)) && !isClosedOn(day);
    }

    public boolean isClosedOn(LocalDate day) {
        return closed != null && !closed.isAfter(day);
    }
}
