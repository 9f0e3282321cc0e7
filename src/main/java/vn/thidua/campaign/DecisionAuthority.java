package vn.thidua.campaign;

/**
 * Người có thẩm quyền: who decides on an award form.
 *
 * @param id an agency of the plan, {@code unit.<unit>}, {@code province}, {@code prime-minister} or {@code president}
 * @param group the user group that signs; empty where a level outside this campaign decides
 * @param position as it stands above the signature, e.g. "Chủ tịch"
 */
public record DecisionAuthority(String id, String name, String group, String position, Level level) {

    public enum Level {
        UNIT_HEAD("Thủ trưởng đơn vị"),
        COMMUNE("Cấp xã"),
        PROVINCE("Cấp tỉnh"),
        PRIME_MINISTER("Thủ tướng Chính phủ"),
        PRESIDENT("Chủ tịch nước");

        private final String label;

        Level(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** Does a level above this campaign decide? */
    public boolean isAbove() {
        return group.isEmpty();
    }
}
