package vn.thidua.nomination;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.thidua.act.Refusal;
import vn.thidua.calendar.VietnamTime;
import vn.thidua.campaign.AwardProcedure;
import vn.thidua.campaign.CampaignPlan.AwardForm;
import vn.thidua.campaign.CampaignPlan.CriteriaGroup;
import vn.thidua.campaign.NomineeKind;
import vn.thidua.document.BulkFiles;
import vn.thidua.document.BulkFiles.Packed;
import vn.thidua.nomination.ImportPreview.Fault;
import vn.thidua.nomination.NomineeMatch.Likeness;

/** Reads a list of nominees row by row, matches files with it, and keeps every fault with its row and column. */
final class ImportCheck {

    /** Rows of a list, its head included. */
    static final int MOST_ROWS = 5_001;

    private static final int LONGEST = 8_000;
    private static final int SHORT_ID = 8;
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]{0,19}");
    private static final List<String> GRADES = List.of("nhất", "nhì", "ba");

    /**
     * What a round asks of a list.
     *
     * @param forms the forms it may give, with what a dossier for each of them holds
     * @param criteria the plan's criteria groups
     * @param unitGroup the plan's group of the nominating unit
     */
    record Rules(Map<AwardForm, AwardProcedure> forms, List<CriteriaGroup> criteria, String unit, String unitGroup) {}

    /** A dossier as read. @param files matched with it, by component */
    record Read(
            int number,
            String code,
            DossierContent content,
            List<NomineeMatch> known,
            List<ImportFiles.Attached> files) {}

    private final Rules rules;
    private final BulkFiles bulk;
    private final LocalDate today;
    private final List<Fault> faults = new ArrayList<>();
    private final Map<String, Row> rows = new LinkedHashMap<>();

    ImportCheck(Rules rules, BulkFiles bulk, LocalDate today) {
        this.rules = rules;
        this.bulk = bulk;
        this.today = today;
    }

    /** One dossier's lines: the first with everything, others with further achievements. */
    private record Row(int number, String code, Map<ImportColumn, String> cells, List<AchievementEntry> achievements) {

        String get(ImportColumn column) {
            return cells.getOrDefault(column, "");
        }

        /** The code, whatever its case. */
        String key() {
            return code.toLowerCase(Locale.ROOT);
        }

        @Nullable
        String orNull(ImportColumn column) {
            return get(column).isEmpty() ? null : get(column);
        }
    }

    /** @throws Refusal INVALID when the file as a whole is no list of nominees */
    void read(List<List<String>> table) {
        var columns = columns(table);
        for (int i = 1; i < table.size(); i++) {
            var cells = new EnumMap<ImportColumn, String>(ImportColumn.class);
            for (var column : columns.entrySet()) {
                var cell = column.getKey() < table.get(i).size() ? table.get(i).get(column.getKey()) : "";
                if (!cell.isEmpty()) cells.put(column.getValue(), cell);
            }
            if (!cells.isEmpty()) line(i + 1, cells);
        }
        if (rows.isEmpty() && faults.isEmpty()) {
            throw Refusal.invalid(
                    "list-empty", "file", "Danh sách chưa có dòng nào. Hãy điền từ dòng 2 của tệp mẫu rồi tải lên.");
        }
    }

    private Map<Integer, ImportColumn> columns(List<List<String>> table) {
        var heads = table.isEmpty() ? List.<String>of() : table.get(0);
        var columns = new TreeMap<Integer, ImportColumn>();
        for (int i = 0; i < heads.size(); i++) {
            var at = i;
            ImportColumn.named(heads.get(i)).ifPresent(column -> columns.put(at, column));
        }
        for (var column : ImportColumn.values()) {
            if (column.required() && !columns.containsValue(column)) {
                throw Refusal.invalid(
                        "list-column",
                        "file",
                        "Thiếu cột \"%s\" ở dòng đầu của tệp. Hãy dùng tệp mẫu, giữ nguyên dòng tiêu đề."
                                .formatted(column.head()));
            }
        }
        return columns;
    }

    private void line(int number, Map<ImportColumn, String> cells) {
        var row = new Row(number, cells.getOrDefault(ImportColumn.CODE, ""), cells, new ArrayList<>());
        if (row.code().isEmpty()) {
            fault(number, ImportColumn.CODE, "không được để trống; mỗi hồ sơ cần một mã, ví dụ 001");
            return;
        }
        if (!CODE.matcher(row.code()).matches() || row.code().equalsIgnoreCase(ImportFiles.FOR_ALL)) {
            fault(
                    number,
                    ImportColumn.CODE,
                    "\"%s\" không dùng được; chỉ dùng tối đa 20 chữ không dấu, chữ số, dấu chấm, gạch nối"
                            .formatted(row.code()));
            return;
        }
        var first = rows.putIfAbsent(row.key(), row);
        if (first == null) achievement(row).ifPresent(row.achievements()::add);
        else if (!row.get(ImportColumn.NAME).isEmpty() && !sameName(first, row)) {
            fault(
                    number,
                    ImportColumn.CODE,
                    "\"%s\" trùng với dòng %d; mỗi hồ sơ một mã".formatted(row.code(), first.number()));
        } else achievement(row).ifPresent(first.achievements()::add);
    }

    private static boolean sameName(Row one, Row other) {
        return NameKey.of(one.get(ImportColumn.NAME)).equals(NameKey.of(other.get(ImportColumn.NAME)));
    }

    private Optional<AchievementEntry> achievement(Row row) {
        var title = row.orNull(ImportColumn.ACHIEVEMENT);
        var from = date(row, ImportColumn.FROM);
        var to = date(row, ImportColumn.TO);
        var description = row.orNull(ImportColumn.DESCRIPTION);
        if (title == null && from == null && to == null && description == null) return Optional.empty();
        if (title == null) fault(row.number(), ImportColumn.ACHIEVEMENT, "chưa ghi tên thành tích");
        if (from != null && to != null) {
            if (VietnamTime.parse(to)
                    .orElseThrow()
                    .isBefore(VietnamTime.parse(from).orElseThrow())) {
                fault(row.number(), ImportColumn.TO, "phải từ ngày bắt đầu (%s) trở đi".formatted(from));
            }
        }
        mustFit(row, ImportColumn.ACHIEVEMENT, ImportColumn.DESCRIPTION);
        return Optional.of(new AchievementEntry(title, from, to, description));
    }

    private @Nullable String date(Row row, ImportColumn column) {
        var text = row.orNull(column);
        if (text == null) return null;
        var date = VietnamTime.parse(text);
        if (date.isEmpty()) {
            fault(row.number(), column, "\"%s\" không phải ngày dạng dd/MM/yyyy".formatted(text));
            return null;
        }
        return VietnamTime.date(date.get());
    }

    /** Everything that could be read; those with faults too, as far as they go. */
    List<Read> dossiers(List<Packed> archive, NomineesKnown nominees) {
        var contents = new LinkedHashMap<Row, DossierContent>();
        rows.values().forEach(row -> content(row).ifPresent(content -> contents.put(row, content)));
        var forms = new HashMap<String, AwardForm>();
        contents.forEach((row, content) -> forms.put(row.key(), content.form()));
        var files = new ImportFiles(rules, bulk, faults).match(archive, rows.keySet(), forms);
        var known = nominees.of(
                contents.values().stream().map(DossierContent::nominee).toList());
        var read = new ArrayList<Read>();
        var i = 0;
        for (var each : contents.entrySet()) {
            var row = each.getKey();
            var chosen = choose(row, each.getValue().nominee(), known.get(i++));
            read.add(new Read(
                    row.number(),
                    row.code(),
                    named(each.getValue(), chosen.entry()),
                    chosen.known(),
                    files.getOrDefault(row.key(), List.of())));
        }
        mustNotRepeat(read);
        return read;
    }

    /** Asks who is known by the names. */
    interface NomineesKnown {
        List<List<NomineeMatch>> of(List<NomineeEntry> entries);
    }

    List<Fault> faults() {
        return faults.stream()
                .sorted((one, other) -> Integer.compare(one.row(), other.row()))
                .toList();
    }

    private Optional<DossierContent> content(Row row) {
        var before = faults.size();
        var kind = labelled(
                row, ImportColumn.KIND, NomineeKind.values(), NomineeKind::label, "Tập thể, Cá nhân hoặc Hộ gia đình");
        var form = form(row);
        if (row.get(ImportColumn.NAME).isEmpty()) {
            fault(row.number(), ImportColumn.NAME, "không được để trống; hãy ghi đầy đủ như sẽ in trên bằng");
        }
        var gender = gender(row);
        var born = date(row, ImportColumn.BORN);
        var grade = grade(row, form);
        var criteria = kind == null ? null : criteria(row, kind);
        if (kind == NomineeKind.COLLECTIVE && born != null) {
            fault(row.number(), ImportColumn.BORN, "chỉ ghi cho cá nhân; hãy xóa hoặc sửa cột Loại");
        }
        if (form != null && form.forCollectivesOnly() && kind != null && kind != NomineeKind.COLLECTIVE) {
            fault(row.number(), ImportColumn.FORM, "\"%s\" chỉ tặng tập thể".formatted(form.label()));
        }
        var otherSubject = yes(row, ImportColumn.OTHER_SUBJECT);
        var party = yes(row, ImportColumn.PARTY);
        var women = yes(row, ImportColumn.WOMEN);
        mustFit(row, ImportColumn.SUMMARY, ImportColumn.POSITION, ImportColumn.ADDRESS);
        if (kind == null || form == null || row.get(ImportColumn.NAME).isEmpty()) return Optional.empty();
        var nominee = new NomineeEntry(
                null,
                false,
                kind,
                row.get(ImportColumn.NAME),
                born,
                gender,
                row.orNull(ImportColumn.POSITION),
                rules.unit(),
                row.orNull(ImportColumn.ADDRESS));
        if (faults.size() == before && !isSound(row, nominee)) return Optional.empty();
        return Optional.of(new DossierContent(
                form,
                grade,
                kind,
                nominee,
                criteria,
                row.achievements(),
                Boolean.TRUE.equals(otherSubject),
                Boolean.TRUE.equals(party),
                women,
                row.orNull(ImportColumn.SUMMARY),
                List.of(),
                List.of(),
                Map.of()));
    }

    private boolean isSound(Row row, NomineeEntry nominee) {
        try {
            nominee.mustBeSound(today);
            return true;
        } catch (Refusal refusal) {
            var column = "nominee.birthDate".equals(refusal.field()) ? ImportColumn.BORN : ImportColumn.NAME;
            faults.add(
                    new Fault(row.number(), column.head(), "Dòng %d: %s".formatted(row.number(), refusal.sentence())));
            return false;
        }
    }

    private @Nullable AwardForm form(Row row) {
        var form = labelled(
                row,
                ImportColumn.FORM,
                AwardForm.values(),
                AwardForm::label,
                rules.forms().keySet().stream().map(AwardForm::label).collect(Collectors.joining("; ")));
        if (form != null && !rules.forms().containsKey(form)) {
            fault(
                    row.number(),
                    ImportColumn.FORM,
                    "\"%s\" không có trong đợt xét này; chọn một trong: %s"
                            .formatted(
                                    form.label(),
                                    rules.forms().keySet().stream()
                                            .map(AwardForm::label)
                                            .collect(Collectors.joining("; "))));
            return null;
        }
        return form;
    }

    private @Nullable Integer grade(Row row, @Nullable AwardForm form) {
        var text = row.get(ImportColumn.GRADE);
        if (form != AwardForm.HCLD) {
            if (!text.isEmpty()) fault(row.number(), ImportColumn.GRADE, "chỉ ghi cho Huân chương Lao động; hãy xóa");
            return null;
        }
        var grade = GRADES.indexOf(text.toLowerCase(Locale.ROOT)) + 1;
        if (grade == 0) grade = text.matches("[123]") ? Integer.parseInt(text) : 0;
        if (grade > 0) return grade;
        fault(row.number(), ImportColumn.GRADE, "phải là Nhất, Nhì hoặc Ba");
        return null;
    }

    private @Nullable String gender(Row row) {
        var text = row.orNull(ImportColumn.GENDER);
        if (text == null) return null;
        var key = NameKey.of(text);
        if (key.equals(NameKey.of("Nữ"))) return "FEMALE";
        if (key.equals(NameKey.of("Nam"))) return "MALE";
        fault(row.number(), ImportColumn.GENDER, "\"%s\" phải là Nam hoặc Nữ".formatted(text));
        return null;
    }

    private @Nullable String criteria(Row row, NomineeKind kind) {
        var text = row.get(ImportColumn.CRITERIA);
        if (text.isEmpty()) return proposedCriteria(kind).orElse(null);
        var chosen = rules.criteria().stream()
                .filter(group -> group.id().equalsIgnoreCase(text)
                        || NameKey.of(group.name()).equals(NameKey.of(text)))
                .findFirst();
        if (chosen.isEmpty()) {
            fault(
                    row.number(),
                    ImportColumn.CRITERIA,
                    "\"%s\" không có trong kế hoạch; chọn một trong: %s"
                            .formatted(
                                    text,
                                    rules.criteria().stream()
                                            .map(CriteriaGroup::id)
                                            .collect(Collectors.joining(", "))));
        }
        return chosen.map(CriteriaGroup::id).orElse(null);
    }

    /** The plan's only group for persons, or its group for units like the nominating one. */
    private Optional<String> proposedCriteria(NomineeKind kind) {
        var fitting = rules.criteria().stream()
                .filter(group -> (kind == NomineeKind.COLLECTIVE)
                        == NomineeKind.COLLECTIVE.name().equals(group.nominee()))
                .filter(group ->
                        group.unitGroups().isEmpty() || group.unitGroups().contains(rules.unitGroup()))
                .map(CriteriaGroup::id)
                .toList();
        return fitting.size() == 1 ? Optional.of(fitting.get(0)) : Optional.empty();
    }

    private @Nullable Boolean yes(Row row, ImportColumn column) {
        var text = row.get(column);
        if (text.isEmpty()) return null;
        var key = NameKey.of(text);
        if (key.equals(NameKey.of("Có")) || key.equals("x")) return true;
        if (key.equals(NameKey.of("Không"))) return false;
        fault(row.number(), column, "\"%s\" phải là Có hoặc Không".formatted(text));
        return null;
    }

    private <T extends Enum<T>> @Nullable T labelled(
            Row row, ImportColumn column, T[] values, Function<T, String> label, String choices) {
        var text = row.get(column);
        var key = NameKey.of(text);
        var value = Arrays.stream(values)
                .filter(each -> each.name().equalsIgnoreCase(text)
                        || NameKey.of(label.apply(each)).equals(key))
                .findFirst();
        if (value.isEmpty()) {
            fault(
                    row.number(),
                    column,
                    text.isEmpty()
                            ? "không được để trống; chọn một trong: " + choices
                            : "\"%s\" không hợp lệ; chọn một trong: %s".formatted(text, choices));
        }
        return value.orElse(null);
    }

    private void mustFit(Row row, ImportColumn... columns) {
        for (var column : columns) {
            if (row.get(column).length() > LONGEST) {
                fault(
                        row.number(),
                        column,
                        "dài quá %d ký tự; hãy ghi gọn, phần chi tiết để trong báo cáo".formatted(LONGEST));
            }
        }
    }

    /** Whom the row means among those known: recognised, chosen by its code, or declared to be somebody else. */
    private Chosen choose(Row row, NomineeEntry entry, List<NomineeMatch> known) {
        var text = row.get(ImportColumn.KNOWN);
        if (NameKey.of(text).equals(NameKey.of("Mới"))) return new Chosen(with(entry, null, true), known);
        if (!text.isEmpty()) {
            var chosen = known.stream()
                    .filter(match -> shortId(match.id()).equalsIgnoreCase(text))
                    .findFirst();
            if (chosen.isPresent()) return new Chosen(with(entry, chosen.get().id(), false), known);
            fault(
                    row.number(),
                    ImportColumn.KNOWN,
                    "\"%s\" không phải mã của ai trùng tên; %s".formatted(text, choices(known)));
            return new Chosen(entry, known);
        }
        var same = known.stream()
                .filter(match -> match.likeness() == Likeness.SAME)
                .count();
        if (same != 1 && known.stream().anyMatch(match -> match.likeness() != Likeness.OTHER)) {
            fault(row.number(), ImportColumn.KNOWN, "hệ thống đã có người, tập thể cùng tên; " + choices(known));
        }
        return new Chosen(entry, known);
    }

    private record Chosen(NomineeEntry entry, List<NomineeMatch> known) {}

    private static String choices(List<NomineeMatch> known) {
        var codes = known.stream()
                .limit(5)
                .map(match -> "ghi %s nếu là %s".formatted(shortId(match.id()), match.inWords()))
                .collect(Collectors.joining("; "));
        return (codes.isEmpty() ? "" : codes + "; ") + "ghi Mới nếu là người, tập thể khác";
    }

    /** The code by which the column "Trùng tên" names somebody known: it only has to tell namesakes apart. */
    static String shortId(UUID id) {
        return id.toString().substring(0, SHORT_ID).toUpperCase(Locale.ROOT);
    }

    private static NomineeEntry with(NomineeEntry entry, @Nullable UUID existing, boolean isNew) {
        return new NomineeEntry(
                existing,
                isNew,
                entry.kind(),
                entry.name(),
                entry.birthDate(),
                entry.gender(),
                entry.position(),
                entry.unitCode(),
                entry.address());
    }

    private static DossierContent named(DossierContent content, NomineeEntry nominee) {
        return new DossierContent(
                content.form(),
                content.grade(),
                content.kind(),
                nominee,
                content.criteriaGroup(),
                content.achievements(),
                content.otherSubject(),
                content.managedByPartyCommittee(),
                content.women70(),
                content.summary(),
                content.countedAwards(),
                content.evidence(),
                content.components());
    }

    /** One nominee and one form make one dossier; two persons of one name without a birthday can't be told apart. */
    private void mustNotRepeat(List<Read> read) {
        var seen = new HashMap<String, Integer>();
        for (var each : read) {
            var nominee = each.content().nominee();
            if (nominee.isNew()) continue;
            var key = String.join(
                    "|",
                    each.content().form().name(),
                    nominee.kind().name(),
                    nominee.key(),
                    String.valueOf(nominee.birthDate()),
                    NameKey.of(String.valueOf(nominee.address())));
            var before = seen.putIfAbsent(key, each.number());
            if (before != null) {
                fault(
                        each.number(),
                        ImportColumn.NAME,
                        "\"%s\" đã có ở dòng %d với cùng hình thức; nếu là hai người hãy ghi ngày sinh của cả hai"
                                .formatted(nominee.name(), before));
            }
        }
    }

    private void fault(int row, ImportColumn column, String rule) {
        faults.add(new Fault(row, column.head(), "Dòng %d, cột %s: %s.".formatted(row, column.head(), rule)));
    }
}
