package vn.thidua.nomination;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import vn.thidua.act.Refusal;
import vn.thidua.campaign.AwardProcedure;
import vn.thidua.campaign.AwardProcedure.Maker;
import vn.thidua.campaign.CampaignPlan.AwardForm;
import vn.thidua.document.BulkFiles;
import vn.thidua.document.BulkFiles.Packed;
import vn.thidua.nomination.ImportPreview.Fault;

/** Matches the files of an archive with the rows of a list, by their names: {@code <code>_<component>.pdf}. */
final class ImportFiles {

    /** Files of this code are attached to every dossier of the list. */
    static final String FOR_ALL = "CHUNG";

    private static final Pattern NAME = Pattern.compile("([A-Za-z0-9.-]+)_([a-z-]+)(_\\d+)?\\.[A-Za-z]+");

    /** A file with the component it is for. */
    record Attached(String component, Packed packed) {}

    private final ImportCheck.Rules rules;
    private final BulkFiles bulk;
    private final List<Fault> faults;

    /** @param faults where what is wrong is added */
    ImportFiles(ImportCheck.Rules rules, BulkFiles bulk, List<Fault> faults) {
        this.rules = rules;
        this.bulk = bulk;
        this.faults = faults;
    }

    /**
     * @param codes of all rows, in lower case
     * @param forms the form of each row that could be read
     * @return the files by code
     */
    Map<String, List<Attached>> match(List<Packed> archive, Set<String> codes, Map<String, AwardForm> forms) {
        var files = new HashMap<String, List<Attached>>();
        for (var file : archive) {
            var name = NAME.matcher(file.name());
            if (!name.matches()) {
                fault(file, "phải có tên dạng <mã dòng>_<thành phần>.pdf, ví dụ 001_bao-cao-thanh-tich.pdf");
                continue;
            }
            var code = name.group(1).toLowerCase(Locale.ROOT);
            var forAll = code.equals(FOR_ALL.toLowerCase(Locale.ROOT));
            if (!forAll && !codes.contains(code)) {
                fault(file, "không khớp dòng nào: danh sách không có mã \"%s\"".formatted(name.group(1)));
                continue;
            }
            if (!isAcceptable(file)) continue;
            for (var target : forAll ? forms.keySet() : Set.of(code)) {
                var form = forms.get(target);
                if (form == null) continue;
                if (!components(form).contains(name.group(2))) {
                    fault(
                            file,
                            "\"%s\" không phải thành phần đơn vị nộp cho %s; chọn một trong: %s"
                                    .formatted(name.group(2), form.label(), String.join(", ", components(form))));
                    break;
                }
                files.computeIfAbsent(target, each -> new ArrayList<>()).add(new Attached(name.group(2), file));
            }
        }
        return files;
    }

    private List<String> components(AwardForm form) {
        return rules.forms().get(form).components().stream()
                .filter(component -> component.maker() == Maker.UNIT)
                .map(AwardProcedure.Component::id)
                .toList();
    }

    private boolean isAcceptable(Packed file) {
        try {
            bulk.mustBeAcceptable(file);
            return true;
        } catch (Refusal refusal) {
            faults.add(new Fault(0, file.name(), refusal.sentence()));
            return false;
        }
    }

    private void fault(Packed file, String rule) {
        faults.add(new Fault(0, file.name(), "Tệp \"%s\" %s.".formatted(file.name(), rule)));
    }
}
