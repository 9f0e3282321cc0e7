package vn.thidua.council;

/** Xung đột lợi ích: a member who doesn't vote on a dossier, and why. */
public record Conflict(String dossier, long member, String memberName, Ground ground, String reason) {

    /** Why a member may not vote. */
    public enum Ground {
        OWN_UNIT("Hồ sơ của đơn vị mình"),
        NOMINEE("Là người được đề nghị"),
        EARLIER_STAGE("Đã làm ở bước trước của hồ sơ"),
        DECLARED("Đã khai báo");

        private final String label;

        Ground(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
