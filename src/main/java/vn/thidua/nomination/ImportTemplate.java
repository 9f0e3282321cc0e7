package vn.thidua.nomination;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vn.thidua.campaign.AwardProcedure.Component;
import vn.thidua.campaign.AwardProcedure.Maker;
import vn.thidua.campaign.NomineeKind;
import vn.thidua.document.Workbooks;
import vn.thidua.document.Workbooks.Sheet;

/** The workbook a unit fills in: the list, how to fill it in, and what may be written where. */
final class ImportTemplate {

    private ImportTemplate() {}

    static byte[] of(ImportCheck.Rules rules) {
        return Workbooks.write(List.of(list(), guide(rules), choices(rules)));
    }

    private static Sheet list() {
        return new Sheet(
                "Danh sách",
                Arrays.stream(ImportColumn.values()).map(ImportColumn::head).toList(),
                List.of());
    }

    private static Sheet guide(ImportCheck.Rules rules) {
        var lines = new ArrayList<List<String>>();
        for (var column : ImportColumn.values()) {
            lines.add(List.of(column.head(), column.required() ? "Bắt buộc" : "Không bắt buộc", column.guide()));
        }
        lines.add(List.of(
                "Tệp đính kèm",
                "Không bắt buộc",
                "Nén các tệp thành một tệp .zip. Mỗi tệp đặt tên <mã dòng>_<thành phần>.pdf, ví dụ 001_bao-cao-thanh-tich.pdf; "
                        + "nhiều tệp cùng thành phần thêm số: 001_minh-chung_2.pdf. Tệp chung cho mọi hồ sơ lấy mã "
                        + ImportFiles.FOR_ALL + ": " + ImportFiles.FOR_ALL + "_to-trinh.pdf."));
        components(rules)
                .forEach(component ->
                        lines.add(List.of("Thành phần " + component.id(), required(component), component.name())));
        return new Sheet("Hướng dẫn", List.of("Cột", "", "Cách ghi"), lines);
    }

    private static String required(Component component) {
        return component.required() ? "Bắt buộc khi nộp hồ sơ" : "Nếu có";
    }

    private static List<Component> components(ImportCheck.Rules rules) {
        return rules.forms().values().stream()
                .flatMap(procedure -> procedure.components().stream())
                .filter(component -> component.maker() == Maker.UNIT)
                .collect(ArrayList::new, ImportTemplate::addOnce, ArrayList::addAll);
    }

    private static void addOnce(List<Component> components, Component component) {
        if (components.stream().noneMatch(each -> each.id().equals(component.id()))) components.add(component);
    }

    private static Sheet choices(ImportCheck.Rules rules) {
        var lines = new ArrayList<List<String>>();
        for (var kind : NomineeKind.values()) {
            lines.add(List.of(ImportColumn.KIND.head(), kind.name(), kind.label()));
        }
        rules.forms().keySet().forEach(form -> lines.add(List.of(ImportColumn.FORM.head(), form.name(), form.label())));
        rules.criteria().forEach(group -> lines.add(List.of(ImportColumn.CRITERIA.head(), group.id(), group.name())));
        return new Sheet("Danh mục", List.of("Cột", "Mã", "Tên"), lines);
    }
}
