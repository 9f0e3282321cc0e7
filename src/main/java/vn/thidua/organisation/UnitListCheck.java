package vn.thidua.organisation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.thidua.calendar.VietnamTime;
import vn.thidua.organisation.Unit.Level;
import vn.thidua.organisation.UnitImport.Fault;

/** Reads a unit table line by line and keeps every fault with its row and column. */
final class UnitListCheck {

    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern EMAIL =
            Pattern.compile("[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\\.[A-Za-z0-9-]+)+");

    private final Set<String> groups;
    private final Map<String, Unit> known;
    private final List<Fault> faults = new ArrayList<>();
    private final Map<String, Unit> units = new LinkedHashMap<>();
    private final Map<String, Integer> rowOf = new HashMap<>();

    /** @param known the units the campaign already has */
    UnitListCheck(Set<String> groups, List<Unit> known) {
        this.groups = groups;
        this.known = new HashMap<>();
        known.forEach(unit -> this.known.put(unit.code(), unit));
    }

    UnitImport check(UnitTable table) {
        table.lines().forEach(this::read);
        units.values().forEach(this::checkReferences);
        var changed = units.values().stream().filter(this::isChange).toList();
        var added = (int)
                changed.stream().filter(unit -> !known.containsKey(unit.code())).count();
        var missing =
                known.keySet().stream().filter(code -> !rowOf.containsKey(code)).count();
        return new UnitImport(
                List.copyOf(units.values()),
                List.copyOf(faults),
                added,
                changed.size() - added,
                units.size() - changed.size(),
                (int) missing);
    }

    private boolean isChange(Unit unit) {
        return !unit.equals(known.get(unit.code()));
    }

    private void read(UnitTable.Line line) {
        var before = faults.size();
        var code = line.get("code");
        if (code.isEmpty()) fault(line, "code", "không được để trống; mỗi đơn vị cần một mã, ví dụ so-tai-chinh");
        else if (!CODE.matcher(code).matches()) {
            fault(line, "code", "\"%s\" chỉ được gồm chữ thường không dấu, chữ số và dấu gạch nối".formatted(code));
        } else if (rowOf.putIfAbsent(code, line.number()) != null) {
            fault(line, "code", "\"%s\" trùng với dòng %d; mỗi mã chỉ dùng một lần".formatted(code, rowOf.get(code)));
        }
        if (line.get("name").isEmpty()) fault(line, "name", "không được để trống; hãy ghi tên đầy đủ của đơn vị");
        if (!groups.contains(line.get("group"))) {
            fault(
                    line,
                    "group",
                    "\"%s\" không có trong kế hoạch; chọn một trong: %s"
                            .formatted(
                                    line.get("group"),
                                    String.join(", ", groups.stream().sorted().toList())));
        }
        var level = level(line);
        var emails = emails(line);
        var founded = date(line, "founded");
        var closed = date(line, "closed");
        if (founded != null && closed != null && closed.isBefore(founded)) {
            fault(line, "closed", "phải sau ngày thành lập");
        }
        if (faults.size() > before || level == null) return;
        units.put(
                code,
                new Unit(
                        code,
                        line.get("name"),
                        line.get("group"),
                        level,
                        orNull(line.get("parent")),
                        emails,
                        founded,
                        closed,
                        orNull(line.get("successor"))));
    }

    private @Nullable Level level(UnitTable.Line line) {
        var text = line.get("level");
        if (text.isEmpty()) return Level.OTHER;
        for (var level : Level.values()) {
            if (level.name().equalsIgnoreCase(text) || level.label().equalsIgnoreCase(text)) return level;
        }
        fault(line, "level", "\"%s\" không hợp lệ; chọn Tỉnh, Xã, Doanh nghiệp hoặc Khác".formatted(text));
        return null;
    }

    private List<String> emails(UnitTable.Line line) {
        var emails = Arrays.stream(line.get("emails").split("[;,\\s]+"))
                .filter(email -> !email.isEmpty())
                .distinct()
                .toList();
        for (var email : emails) {
            if (email.length() > 254 || !EMAIL.matcher(email).matches()) {
                fault(
                        line,
                        "emails",
                        "\"%s\" không phải địa chỉ e-mail; nhiều địa chỉ cách nhau bằng dấu ;".formatted(email));
            }
        }
        return emails;
    }

    private @Nullable LocalDate date(UnitTable.Line line, String column) {
        if (line.get(column).isEmpty()) return null;
        var date = VietnamTime.parse(line.get(column));
        if (date.isEmpty()) fault(line, column, "\"%s\" không phải ngày dạng dd/MM/yyyy".formatted(line.get(column)));
        return date.orElse(null);
    }

    private void checkReferences(Unit unit) {
        checkExists(unit, "parent", unit.parent());
        checkExists(unit, "successor", unit.successor());
        if (unit.successor() != null && unit.closed() == null) {
            fault(unit, "successor", "chỉ ghi khi đơn vị đã có ngày giải thể");
        }
        if (succeedsItself(unit)) fault(unit, "successor", "tạo thành vòng: đơn vị kế thừa trở lại chính nó");
    }

    private void checkExists(Unit unit, String column, @Nullable String code) {
        if (code != null && !exists(code)) {
            fault(unit, column, "\"%s\" không có trong danh sách; hãy thêm đơn vị đó hoặc sửa mã".formatted(code));
        }
    }

    private boolean exists(String code) {
        return units.containsKey(code) || known.containsKey(code);
    }

    private boolean succeedsItself(Unit unit) {
        var seen = new HashSet<String>();
        for (var next = unit.successor(); next != null && seen.add(next); ) {
            if (next.equals(unit.code())) return true;
            var successor = units.getOrDefault(next, known.get(next));
            next = successor == null ? null : successor.successor();
        }
        return false;
    }

    private void fault(UnitTable.Line line, String column, String rule) {
        fault(line.number(), column, rule);
    }

    private void fault(Unit unit, String column, String rule) {
        fault(rowOf.getOrDefault(unit.code(), 0), column, rule);
    }

    private void fault(int row, String column, String rule) {
        var name = UnitTable.COLUMNS.getOrDefault(column, column);
        faults.add(new Fault(row, column, "Dòng %d, cột %s: %s.".formatted(row, name, rule)));
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
