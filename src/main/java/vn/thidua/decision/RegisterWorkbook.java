package vn.thidua.decision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thidua.document.Workbooks;
import vn.thidua.document.Workbooks.Sheet;

/** The register (sổ vàng) as Excel; for whom {@link AwardRegister#see} shows it. */
@Component
public class RegisterWorkbook {

    private static final List<String> HEADS = List.of(
            "Số sổ",
            "Năm",
            "Tên",
            "Loại",
            "Đơn vị",
            "Hình thức khen thưởng",
            "Dịp xét",
            "Văn bản quyết định",
            "Ngày quyết định",
            "Thẩm quyền",
            "Tiền thưởng (đồng)",
            "Trạng thái",
            "Hồ sơ");

    private final AwardRegister register;

    RegisterWorkbook(AwardRegister register) {
        this.register = register;
    }

    /** @param search part of a name; empty for all */
    public byte[] of(String campaign, String search) {
        return workbook(register.see(campaign, search));
    }

    static byte[] workbook(List<RegisterEntry> entries) {
        return Workbooks.write(List.of(new Sheet(
                "Sổ vàng", HEADS, entries.stream().map(RegisterWorkbook::row).toList())));
    }

    private static List<@Nullable Object> row(RegisterEntry entry) {
        return new ArrayList<>(Arrays.asList(
                "%05d".formatted(entry.number()),
                String.valueOf(entry.year()),
                entry.name(),
                entry.kind().label(),
                entry.unitName(),
                entry.award(),
                entry.occasion().label(),
                entry.document(),
                entry.decidedOn(),
                entry.authority(),
                entry.prize(),
                entry.status().label(),
                entry.dossier()));
    }
}
