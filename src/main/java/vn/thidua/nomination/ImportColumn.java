package vn.thidua.nomination;

import java.util.Arrays;
import java.util.Optional;

/** The columns of a list of nominees, in the order of the template. */
enum ImportColumn {
    CODE(
            "Mã dòng",
            true,
            "Mã riêng của từng hồ sơ, gồm chữ không dấu, chữ số, dấu chấm hoặc gạch nối, ví dụ 001. "
                    + "Hồ sơ có nhiều thành tích: thêm dòng cùng mã, chỉ điền các cột thành tích."),
    KIND("Loại", true, "Tập thể, Cá nhân hoặc Hộ gia đình."),
    NAME("Họ và tên, tên tập thể, hộ", true, "Ghi đầy đủ như sẽ in trên bằng."),
    BORN(
            "Ngày sinh",
            false,
            "Chỉ ghi cho cá nhân, dạng dd/MM/yyyy. Hệ thống nhận ra một người qua họ tên và ngày sinh."),
    GENDER("Giới tính", false, "Nam hoặc Nữ."),
    POSITION("Chức vụ, nơi công tác", false, "Chức vụ hoặc nghề nghiệp, bộ phận công tác."),
    ADDRESS("Địa chỉ", false, "Cần cho hộ gia đình: hệ thống nhận ra một hộ qua tên và địa chỉ."),
    FORM("Hình thức đề nghị", true, "Một trong các hình thức ở trang \"Danh mục\", ghi tên hoặc mã."),
    GRADE("Hạng", false, "Chỉ ghi cho Huân chương Lao động: Nhất, Nhì hoặc Ba."),
    CRITERIA(
            "Nhóm tiêu chí",
            false,
            "Mã nhóm ở trang \"Danh mục\". Để trống thì hệ thống chọn theo loại và nhóm đơn vị."),
    ACHIEVEMENT("Thành tích", false, "Tên thành tích, sáng kiến, công trình."),
    FROM("Từ ngày", false, "Ngày bắt đầu thành tích, dd/MM/yyyy."),
    TO("Đến ngày", false, "Ngày kết thúc thành tích, dd/MM/yyyy."),
    DESCRIPTION("Mô tả thành tích", false, "Nội dung, kết quả, phạm vi ảnh hưởng."),
    SUMMARY("Tóm tắt hồ sơ", false, "Vài câu để Hội đồng và người ký đọc."),
    OTHER_SUBJECT("Đối tượng khác", false, "Có hoặc Không: cá nhân thuộc nhóm \"đối tượng khác\" của kế hoạch."),
    PARTY("Cấp ủy quản lý", false, "Có hoặc Không: cá nhân do Ban Thường vụ cấp ủy tỉnh quản lý."),
    WOMEN("Từ 70% nữ", false, "Có hoặc Không: tập thể có từ 70% nữ trở lên. Để trống nếu không rõ."),
    KNOWN(
            "Trùng tên",
            false,
            "Để trống. Khi bản xem trước báo trùng tên: ghi mã của bản ghi đã có, hoặc ghi Mới nếu chỉ trùng tên.");

    private final String head;
    private final boolean required;
    private final String guide;

    ImportColumn(String head, boolean required, String guide) {
        this.head = head;
        this.required = required;
        this.guide = guide;
    }

    String head() {
        return head;
    }

    boolean required() {
        return required;
    }

    String guide() {
        return guide;
    }

    /** By its head, however that was typed. */
    static Optional<ImportColumn> named(String head) {
        return Arrays.stream(values())
                .filter(column -> NameKey.of(column.head).equals(NameKey.of(head)))
                .findFirst();
    }
}
