package vn.thidua.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.springframework.beans.factory.annotation.Autowired;
import vn.thidua.act.Actor;
import vn.thidua.campaign.CampaignPlan.AwardForm;
import vn.thidua.campaign.CampaignPlan.Occasion;
import vn.thidua.campaign.NomineeKind;
import vn.thidua.decision.AwardRegister;
import vn.thidua.document.Workbooks;
import vn.thidua.document.Workbooks.Sheet;
import vn.thidua.nomination.Dossier;
import vn.thidua.nomination.Dossiers;
import vn.thidua.nomination.Holds;
import vn.thidua.nomination.NominationImports;
import vn.thidua.nomination.NominationImports.Files;
import vn.thidua.support.AwardOffice;
import vn.thidua.support.Office;

/**
 * The award work of Sơn La on 13/11/2026: the annual round has given a Giấy khen to a person of so-tai-chinh; the interim review is open
 * for nominations of Bằng khen, with dossiers of so-y-te. Its words are told at the head of the table.
 */
final class AwardRoleScene {

    private static final String UNIT = "so-y-te";

    @Autowired
    private Office office;

    @Autowired
    private AwardOffice awards;

    @Autowired
    private Dossiers dossiers;

    @Autowired
    private Holds holds;

    @Autowired
    private NominationImports imports;

    @Autowired
    private AwardRegister register;

    @Autowired
    private TaskService tasks;

    private final Map<String, String> words = new HashMap<>();

    void begin() {
        annual();
        interim();
    }

    /** As things stand. */
    String word(String word) {
        if (word.equals("hold")) return hold();
        if (word.equals("receive-task")) return task("dossier");
        if (word.equals("compose-task")) return task("draft");
        var known = words.get(word);
        if (known == null) throw new IllegalArgumentException("The scene knows nothing called " + word);
        return known;
    }

    private String task(String dossier) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(word(dossier))
                .singleResult()
                .getId();
    }

    private String hold() {
        return holds.of(word("paused")).stream()
                .map(hold -> String.valueOf(hold.id()))
                .findFirst()
                .orElse("0");
    }

    private void annual() {
        var round = awards.open("son-la", Occasion.ANNUAL, 2026, Office.date("12/11/2026"), AwardForm.GK)
                .key();
        var awarded = awards.appraised(round, "so-tai-chinh", AwardForm.GK, NomineeKind.INDIVIDUAL, "Quàng Thị Thu");
        var decision = awards.award(round).get(0);
        words.put("annual-round", round);
        words.put("awarded", awarded.number());
        words.put("decision", String.valueOf(decision.id()));
        words.put("entry", register.ofDossier(awarded.number()).orElseThrow().key());
        office.travelTo("13/11/2026 09:00:00");
    }

    private void interim() {
        var round = awards.open("son-la", Occasion.INTERIM_REVIEW, 2027, Office.date("30/11/2026"), AwardForm.BK_TINH)
                .key();
        words.put("round", round);
        words.put("draft", draft(round, "Lò Văn " + RoleScene.NOMINEE_MARK).number());
        var submitted = submitted(round, "Lò Văn Pâng");
        words.put("dossier", submitted.number());
        words.put("dossier-file", file(submitted));
        words.put("paused", submitted(round, "Lò Văn Hặc").number());
        words.put("leaving", submitted(round, "Lò Văn Ún").number());
        words.put("list", list(round));
        words.put("other-list", list(round));
    }

    private Dossier draft(String round, String name) {
        return awards.draft(round, UNIT, awards.content("son-la", AwardForm.BK_TINH, NomineeKind.INDIVIDUAL, name));
    }

    private Dossier submitted(String round, String name) {
        return awards.nominate(round, UNIT, AwardForm.BK_TINH, NomineeKind.INDIVIDUAL, name);
    }

    private String file(Dossier dossier) {
        return dossiers.content(dossier.number()).components().values().stream()
                .flatMap(List::stream)
                .findFirst()
                .orElseThrow()
                .toString();
    }

    /** A list that has been looked at. */
    private String list(String round) {
        var list = Workbooks.write(List.of(new Sheet(
                "Danh sách",
                List.of("Mã dòng", "Loại", "Họ và tên, tên tập thể, hộ", "Ngày sinh", "Hình thức đề nghị"),
                List.of(List.of("001", "Cá nhân", "Lò Thị " + RoleScene.NOMINEE_MARK, "01/01/1980", "BK_TINH")))));
        return new Actor("unit-officer", Set.of(Office.unitGroup("son-la", UNIT)))
                .act(() -> imports.keep(round, UNIT, new Files("danh-sach.xlsx", list, null, null)))
                .toString();
    }
}
