package vn.thidua.audit;

import org.jspecify.annotations.Nullable;

/**
 * What came of reading the whole chain again.
 *
 * @param entries how many entries were found in order
 * @param brokenAt number of the first entry that is missing or not as it was written; null when intact
 * @param sentence the finding in Vietnamese; an intact chain names its last hash, to be noted down outside the system
 */
public record Verification(
        boolean intact, long entries, @Nullable Long brokenAt, String sentence) {

    static Verification intact(long entries, String lastHash) {
        return new Verification(
                true,
                entries,
                null,
                entries == 0
                        ? "Nhật ký chưa có bản ghi nào."
                        : "Nhật ký nguyên vẹn: %d bản ghi liên tục, mã băm cuối là %s.".formatted(entries, lastHash));
    }

    static Verification broken(long entries, long at, String why) {
        return new Verification(
                false,
                entries,
                at,
                "Nhật ký KHÔNG nguyên vẹn từ bản ghi số %d: %s. Hãy giữ nguyên cơ sở dữ liệu, đối chiếu với bản sao lưu gần nhất và báo người phụ trách an toàn thông tin."
                        .formatted(at, why));
    }
}
