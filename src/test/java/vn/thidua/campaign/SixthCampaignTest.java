package vn.thidua.campaign;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.campaign.CampaignPlan.AwardForm.GK;
import static vn.thidua.campaign.CampaignPlan.Occasion.ANNUAL;
import static vn.thidua.campaign.NomineeKind.HOUSEHOLD;
import static vn.thidua.support.Office.date;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thidua.audit.AuditEntry;
import vn.thidua.audit.AuditTrail;
import vn.thidua.calendar.MovableClock;
import vn.thidua.campaign.DecisionAuthority.Level;
import vn.thidua.organisation.Groups;
import vn.thidua.organisation.Unit;
import vn.thidua.organisation.UnitLists;
import vn.thidua.organisation.Units;
import vn.thidua.submission.Part.State;
import vn.thidua.support.ThiDuaTest;

/** A sixth plan dropped into the folder is loaded at the next start and runs: no Java, no model of its own. */
class SixthCampaignTest extends ThiDuaTest {

    private static final Path DROPPED = Path.of("src/test/resources/dropped");
    private static final String CODE = "phuong-an-binh";
    private static final String REPORT = "phuong-an-binh/to-1/2026-Q4";

    @Autowired
    private Campaigns campaigns;

    @Autowired
    private AwardRoles roles;

    @Autowired
    private AwardProcedures procedures;

    @Autowired
    private QuotaGates gates;

    @Autowired
    private AuditTrail audit;

    @Autowired
    private IdentityService identities;

    @Autowired
    private Units units;

    @Autowired
    private UnitLists unitLists;

    @Autowired
    private MovableClock clock;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private HistoryService history;

    @TempDir
    private Path folder;

    @BeforeEach
    void drop() throws IOException {
        for (var name : List.of("phuong-an-binh.yaml", "sources/phuong-an-binh.txt", "units/phuong-an-binh.csv")) {
            Files.createDirectories(folder.resolve(name).getParent());
            Files.copy(DROPPED.resolve(name), folder.resolve(name), REPLACE_EXISTING);
        }
    }

    @Test
    void it_is_loaded_with_its_source_and_units_and_opens_its_duties() {
        start("20/12/2026");

        assertThat(campaigns.codes()).containsExactly("binh-dinh", CODE);
        assertThat(campaigns.get(CODE).adoptedOn()).isEqualTo(date("20/12/2026"));
        assertThat(campaigns.sourceText(CODE)).contains("An Bình chung tay chuyển đổi số");
        assertThat(units.of(CODE)).extracting(Unit::code).containsExactlyInAnyOrder("truong-thcs", "to-1");
        assertThat(office.part("phuong-an-binh/to-1").state()).as("launch plan").isEqualTo(State.HISTORY);
        assertThat(office.part("phuong-an-binh/to-1/2026-Q3").state()).isEqualTo(State.HISTORY);
        assertThat(office.part(REPORT).deadlineInWords())
                .isEqualTo("trước ngày 05/01/2027, tức chậm nhất hết thứ Hai 04/01");
        assertThat(office.part(REPORT).nextReminderOn()).as("5 days before").isEqualTo(date("31/12/2026"));
        assertThat(office.obligation(REPORT).title()).isEqualTo("Báo cáo định kỳ quý IV năm 2026");
        assertThat(office.exists("phuong-an-binh/to-1/2027-Q1")).isFalse();
    }

    @Test
    void its_reports_are_handed_in_accepted_and_put_together() {
        start("30/12/2026");

        office.handIn(REPORT);
        office.accept(REPORT);
        assertThat(office.isRunning(REPORT)).isFalse();
        office.travelTo("05/01/2027 08:00:00");

        assertThat(office.part("phuong-an-binh/truong-thcs/2026-Q4").isLateAt(office.now()))
                .isTrue();
        assertThat(office.part("phuong-an-binh/2026-Q4").deadlineInWords()).startsWith("trước ngày 15/01/2027");
        assertThat(office.tasks("phuong-an-binh/2026-Q4"))
                .extracting(Task::getTaskDefinitionKey)
                .containsExactly("Task_FinishConsolidatedReport");
    }

    @Test
    void a_plan_file_is_adopted_by_hand_all_the_same() {
        var campaign = office.adopt(
                PlanFiles.at(DROPPED.resolve("phuong-an-binh.yaml")),
                "25/02/2026",
                "to-2,Tổ dân phố 2,to-dan-pho,OTHER,,,,,");

        assertThat(campaign.openPoints()).isEmpty();
        assertThat(office.part("phuong-an-binh/to-2").deadlineInWords()).isEqualTo("chậm nhất hết thứ Bảy 28/02/2026");
        assertThat(office.isRunning("phuong-an-binh")).as("nothing to rule on").isFalse();
    }

    @Test
    void its_award_work_is_data_too() {
        start("20/12/2026");
        var campaign = campaigns.get(CODE);

        assertThat(roles.leadGroup(campaign)).isEqualTo("phuong-an-binh.phong-vhxh");
        assertThat(roles.council(campaign)).get().returns("phuong-an-binh.hoi-dong", AwardAgency::group);
        assertThat(roles.authority(campaign, GK, "to-1"))
                .isEqualTo(new DecisionAuthority(
                        "chu-tich-ubnd-phuong",
                        "Chủ tịch UBND phường An Bình",
                        "phuong-an-binh.chu-tich-ubnd-phuong",
                        "Chủ tịch",
                        Level.COMMUNE));
        assertThat(procedures.of(campaign, GK)).satisfies(procedure -> {
            assertThat(procedure.fromPlan()).isTrue();
            assertThat(procedure.council()).isTrue();
            assertThat(procedure.thresholdPercent()).isEqualTo(60);
            assertThat(procedure.basis()).startsWith("mục II.2 Kế hoạch");
            assertThat(procedure.components()).as("as by default").hasSizeGreaterThan(2);
        });
        assertThat(gates.of(campaign, ANNUAL, GK, HOUSEHOLD, 2026).limit()).isEqualTo(2);
        assertThat(identities
                        .createGroupQuery()
                        .groupIdIn(
                                Groups.ofCouncil(CODE),
                                Groups.ofSecretary(CODE),
                                Groups.ofClerk(CODE),
                                Groups.ofDeputy(CODE))
                        .count())
                .isEqualTo(4);
    }

    @Test
    void a_plan_without_lines_on_award_work_is_led_by_its_standing_agency() throws IOException {
        withoutAwardWork();

        start("20/12/2026");

        var campaign = campaigns.get(CODE);
        assertThat(campaign.plan().awardWork()).isEmpty();
        assertThat(roles.leadGroup(campaign)).isEqualTo("phuong-an-binh.phong-vhxh");
        assertThat(roles.decider(campaign).id()).isEqualTo("chu-tich-ubnd-phuong");
    }

    @Test
    void lines_on_award_work_added_to_a_plan_loaded_before_are_taken_over_and_nothing_else() throws IOException {
        withoutAwardWork();
        start("20/12/2026");

        drop();
        loader(Map.of()).loadAll();

        assertThat(campaigns.get(CODE).plan().awardWork()).hasSize(3);
        assertThat(procedures.of(campaigns.get(CODE), GK).fromPlan()).isTrue();
        assertThat(audit.of(CODE)).extracting(AuditEntry::action).contains("campaign.award-work-added");
    }

    /** The plan as it was written when the format did not have these lines. */
    private void withoutAwardWork() throws IOException {
        var file = folder.resolve("phuong-an-binh.yaml");
        Files.writeString(file, Files.readString(file).replaceAll("(?s)\nawardWork:.*?\nquotas:", "\nquotas:"));
    }

    @Test
    void a_second_start_loads_and_opens_nothing_twice() {
        start("20/12/2026");
        var running = runtime.createProcessInstanceQuery().count();

        loader(Map.of()).loadAll();
        office.travelTo("20/12/2026 08:00:00");

        assertThat(campaigns.codes()).containsExactly("binh-dinh", CODE);
        assertThat(units.of(CODE)).hasSize(2);
        assertThat(office.tasks(REPORT)).hasSize(1);
        assertThat(launches()).isEqualTo(1);
        assertThat(runtime.createProcessInstanceQuery().count()).isEqualTo(running);
    }

    @Test
    void a_file_changed_after_loading_changes_nothing_because_plans_change_by_amendments() throws IOException {
        start("20/12/2026");
        var file = folder.resolve("phuong-an-binh.yaml");
        Files.writeString(file, Files.readString(file).replace("\"05/01\"", "\"09/01\""));

        loader(Map.of()).loadAll();

        assertThat(office.part(REPORT).deadlineInWords()).startsWith("trước ngày 05/01/2027");
        assertThat(campaigns
                        .get(CODE)
                        .plan()
                        .duty("quarterly-report")
                        .orElseThrow()
                        .due()
                        .dates())
                .contains("05/01");
    }

    @Test
    void the_first_day_can_be_set_for_each_campaign() {
        office.adopt("binh-dinh", "20/12/2026");

        loader(Map.of(CODE, date("01/10/2026"))).loadAll();
        office.travelTo("20/12/2026 08:00:00");

        assertThat(campaigns.get(CODE).adoptedOn()).isEqualTo(date("01/10/2026"));
        assertThat(office.part("phuong-an-binh/to-1/2026-Q3").state())
                .as("due before 05/10")
                .isEqualTo(State.AWAITED);
        assertThat(office.part("phuong-an-binh/to-1/2026-Q2").state()).isEqualTo(State.HISTORY);
    }

    @Test
    void a_faulty_file_stops_nobody_elses() throws IOException {
        Files.writeString(folder.resolve("a-broken.yaml"), "code: a-broken\nduties: [");
        Files.writeString(
                folder.resolve("b-other-name.yaml"), Files.readString(DROPPED.resolve("phuong-an-binh.yaml")));
        Files.write(folder.resolve("c-other-encoding.yaml"), new byte[] {'c', 'o', 'd', 'e', ':', ' ', (byte) 0xea});

        start("20/12/2026");

        assertThat(campaigns.codes()).containsExactly("binh-dinh", CODE);
    }

    @Test
    void a_faulty_unit_list_keeps_its_campaign_out_whole_and_stops_nobody_elses() throws IOException {
        Files.writeString(
                folder.resolve("units/phuong-an-binh.csv"), "Mã đơn vị,Tên đơn vị,Nhóm\nto-1,Tổ 1,khong-co\n");

        start("20/12/2026");

        assertThat(campaigns.codes()).containsExactly("binh-dinh");
        assertThat(units.of(CODE)).isEmpty();
    }

    private long launches() {
        return history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(CODE)
                .count();
    }

    /** The application starts on the day, another campaign already running. */
    private void start(String day) {
        office.adopt("binh-dinh", day);
        loader(Map.of()).loadAll();
        office.travelTo(day + " 08:00:00");
    }

    private CampaignLoader loader(Map<String, LocalDate> adoptedOn) {
        var settings = new CampaignLoader.Settings(folder, List.of("none"), false, adoptedOn);
        return new CampaignLoader(settings, campaigns, unitLists, clock, transaction);
    }
}
