package vn.thidua.nomination;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thidua.act.Refusal;
import vn.thidua.calendar.VietnamTime;
import vn.thidua.campaign.NomineeKind;

/**
 * Who is nominated, as a unit enters it.
 *
 * @param existing the nominee chosen among those known; null where none was
 * @param isNew the unit says that it is none of those known by the same name
 * @param birthDate dd/MM/yyyy
 * @param gender FEMALE or MALE
 * @param unitCode the unit it belongs to, by its code in the campaign
 */
public record NomineeEntry(
        @Nullable UUID existing,
        boolean isNew,
        NomineeKind kind,
        String name,
        @Nullable String birthDate,
        @Nullable String gender,
        @Nullable String position,
        @Nullable String unitCode,
        @Nullable String address) {

    private static final int LONGEST = 300;
    private static final Set<String> GENDERS = Set.of("FEMALE", "MALE");

    /**
     * Can this be somebody at all?
     *
     * @throws Refusal INVALID naming the field
     */
    public void mustBeSound(LocalDate today) {
        if (kind == null) {
            throw refusal("kind", "Chưa chọn loại. Hãy chọn Tập thể, Cá nhân hoặc Hộ gia đình.");
        }
        if (name == null || NameKey.of(name).isEmpty()) {
            throw refusal("name", "Chưa ghi tên người, tập thể hoặc hộ được đề nghị. Hãy ghi đầy đủ như trong hồ sơ.");
        }
        mustFit("name", "Tên", name);
        mustFit("position", "Chức vụ", position);
        mustFit("address", "Địa chỉ", address);
        if (isGiven(gender) && !GENDERS.contains(gender)) {
            throw refusal("gender", "Giới tính phải là Nam hoặc Nữ, hoặc để trống.");
        }
        if (!isGiven(birthDate)) return;
        var born = VietnamTime.parse(birthDate)
                .orElseThrow(() -> refusal(
                        "birthDate",
                        "Ngày sinh \"%s\" không đúng dạng dd/MM/yyyy. Hãy ghi ví dụ 05/09/1980.".formatted(birthDate)));
        if (born.isAfter(today) || born.getYear() < 1900) {
            throw refusal("birthDate", "Ngày sinh %s không thể đúng. Hãy kiểm tra lại.".formatted(birthDate));
        }
    }

    @Nullable
    LocalDate born() {
        return VietnamTime.parse(birthDate).orElse(null);
    }

    String key() {
        return NameKey.of(name);
    }

    /** The unit to name beside a position; null where the position is written with the unit already, as it often is. */
    public static @Nullable String unitBeside(@Nullable String position, @Nullable String unit) {
        return position != null && unit != null && position.endsWith(unit) ? null : unit;
    }

    static boolean isGiven(@Nullable String text) {
        return text != null && !text.isBlank();
    }

    private static void mustFit(String field, String label, @Nullable String text) {
        if (text != null && text.length() > LONGEST) {
            throw refusal(field, "%s dài quá %d ký tự. Hãy ghi gọn lại.".formatted(label, LONGEST));
        }
    }

    private static Refusal refusal(String field, String sentence) {
        return Refusal.invalid("nominee-" + field, "nominee." + field, sentence);
    }
}
