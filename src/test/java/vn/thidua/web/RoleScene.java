package vn.thidua.web;

import static java.util.stream.Collectors.joining;
import static vn.thidua.support.Office.unit;

import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thidua.act.Actor;
import vn.thidua.campaign.PlanFiles;
import vn.thidua.organisation.Accounts;
import vn.thidua.organisation.Groups;
import vn.thidua.submission.SubmissionContent;
import vn.thidua.submission.Submissions;
import vn.thidua.submission.Versions;
import vn.thidua.support.Office;
import vn.thidua.web.Caller.Answer;
import vn.thidua.web.Caller.Body;

/**
 * Two campaigns and their people on 12/11/2026: the reports of 2026 are open and overdue, what was due before is history. Made by
 * {@link #begin}; the table's words for addresses are looked up here as things stand.
 */
final class RoleScene {

    static final String REPORT = "son-la/so-y-te/2026";

    /** In the name of the unit: whoever has no part in its campaign, or is another unit, is shown nothing with it. */
    static final String UNIT_MARK = "Ngoc-Linh";

    /** In what the unit has written: read by nobody else before it is handed in. */
    static final String DRAFT_MARK = "chua-cong-bo";

    /** In the name of whoever the unit is about to nominate: read by nobody else but administrators, in the names of the engine's tasks. */
    static final String NOMINEE_MARK = "Chua-De-Nghi";

    private static final Set<String> OUTSIDERS = Set.of("stranger", "other", "foreign", "foreign-standing");
    private static final Set<String> BEHIND_THE_DRAFT = Set.of("unit", "admin");
    private static final Pattern WORD = Pattern.compile("\\{([^}]+)}");

    private static final Map<String, String> GROUPS = Map.of(
            "unit", Groups.ofUnit("son-la", "so-y-te"),
            "other", Groups.ofUnit("son-la", "so-tai-chinh"),
            "foreign", Groups.ofUnit("binh-phuoc", "so-y-te"),
            "standing", Groups.ofAgency("son-la", "so-noi-vu"),
            "second", Groups.ofAgency("son-la", "so-khcn"),
            "leader", Groups.ofAgency("son-la", "chu-tich-ubnd-tinh"),
            "foreign-standing", Groups.ofAgency("binh-phuoc", "so-noi-vu"),
            "admin", Actor.ADMINISTRATORS);

    private final Office office;
    private final Accounts accounts;
    private final Submissions submissions;
    private final Versions versions;
    private final TaskService tasks;
    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final FilterService filters;
    private final JdbcClient sql;
    private String server = "";
    private final Map<String, Caller> callers = new LinkedHashMap<>();
    private final Map<String, String> lastSeen = new HashMap<>();
    private @Nullable AwardRoleScene awards;

    RoleScene(
            Office office,
            Accounts accounts,
            Submissions submissions,
            Versions versions,
            TaskService tasks,
            RuntimeService runtime,
            RepositoryService repository,
            FilterService filters,
            JdbcClient sql) {
        this.office = office;
        this.accounts = accounts;
        this.submissions = submissions;
        this.versions = versions;
        this.tasks = tasks;
        this.runtime = runtime;
        this.repository = repository;
        this.filters = filters;
        this.sql = sql;
    }

    void begin(int port) {
        server = "http://127.0.0.1:" + port;
        office.adopt(
                "son-la",
                "05/11/2026",
                unit("so-y-te", "Sở Y tế " + UNIT_MARK, "so-ban-nganh"),
                unit("so-tai-chinh", "Sở Tài chính", "so-ban-nganh"));
        var another = PlanFiles.shipped().stream()
                .filter(plan -> plan.code().equals("binh-phuoc"))
                .findFirst()
                .orElseThrow();
        office.join(another, Office.date("05/11/2026"), unit("so-y-te", "Sở Y tế Bình Phước", "so-ban-nganh"));
        office.travelTo("12/11/2026 09:00:00");
        var report = office.obligation(REPORT);
        office.asOwner(report, () -> {
            submissions.saveDraft(report.id(), content());
            submissions.attach(report.id(), DRAFT_MARK + ".pdf", new ByteArrayInputStream(Office.pdf()));
        });
        callers.put("stranger", new Caller(null));
        GROUPS.forEach((role, group) -> {
            var account = account(role);
            if (!accounts.exists(account)) {
                accounts.create(account, role, account + "@thidua.example", Caller.PASSWORD, Set.of(group));
            }
            callers.put(role, new Caller(account));
        });
    }

    /** What the award rows tell of, besides: takes the clock one day further. */
    void begin(AwardRoleScene awards) {
        awards.begin();
        this.awards = awards;
    }

    private static SubmissionContent content() {
        return new SubmissionContent(
                "12/BC", "11/11/2026", "Nguyễn Văn A", "Kết quả " + DRAFT_MARK, null, null, Map.of(), false);
    }

    /** The business key of the process instance. */
    String subject(String instance) {
        return runtime.createProcessInstanceQuery()
                .processInstanceId(instance)
                .singleResult()
                .getBusinessKey();
    }

    static String group(String role) {
        return GROUPS.get(role);
    }

    static String account(String role) {
        return "role-of-" + role;
    }

    Set<String> roles() {
        return callers.keySet();
    }

    Caller caller(String role) {
        return callers.get(role);
    }

    /** What the role reads there, as a program. */
    Answer get(String role, String path) {
        return basic(role, "GET", path, null);
    }

    Answer basic(String role, String method, String path, @Nullable Body body) {
        return caller(role).basic(method, server + address(path, role), body);
    }

    Answer session(String role, String method, String path, @Nullable Body body) {
        return caller(role).session(method, server + address(path, role), body);
    }

    /** The marks in the answer that the role must not read; a refusal may name the unit it protects. */
    String leaks(String role, boolean refused, String text) {
        var hidden = new LinkedHashMap<String, Boolean>();
        hidden.put(UNIT_MARK, OUTSIDERS.contains(role) && !refused);
        hidden.put(
                DRAFT_MARK,
                OUTSIDERS.contains(role)
                        || !BEHIND_THE_DRAFT.contains(role)
                                && versionsOfReport().isEmpty());
        hidden.put(NOMINEE_MARK, !BEHIND_THE_DRAFT.contains(role));
        return hidden.entrySet().stream()
                .filter(mark -> mark.getValue() && text.contains(mark.getKey()))
                .map(mark -> " leaks " + mark.getKey())
                .collect(joining());
    }

    /** The address with its words in braces replaced. */
    String address(String path, String role) {
        return WORD.matcher(path).replaceAll(word -> word(word.group(1), role));
    }

    private String word(String word, String role) {
        return switch (word) {
            case "engine" -> "/camunda/api/engine/engine/default";
            case "key" -> REPORT;
            case "report" -> id(REPORT);
            case "launch" -> id("son-la/so-y-te");
            case "consolidated" -> id("son-la/2026");
            case "foreign-launch" -> id("binh-phuoc/so-y-te");
            case "account" -> account(role);
            case "unit-account" -> account("unit");
            case "file" -> remembered(word, file());
            case "task" -> remembered(word, task(REPORT, "Task_SubmitReport", "so-noi-vu"));
            case "review" -> remembered(word, task(REPORT, "Task_ReviewReport", "so-noi-vu"));
            case "ruling" -> remembered(word, openPointTask());
            case "instance" -> remembered(word, instance());
            case "deployment" ->
                repository.createDeploymentQuery().list().get(0).getId();
            case "filter" -> filters.createFilterQuery().list().get(0).getId();
            case "ours" ->
                filters.createFilterQuery()
                        .filterName("Việc của tôi và đơn vị")
                        .singleResult()
                        .getId();
            case "definition" ->
                repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey("PeriodicReport")
                        .latestVersion()
                        .singleResult()
                        .getId();
            case "mail" ->
                sql.sql("select min(id) from outgoing_mail").query(String.class).single();
            default -> {
                if (awards == null) throw new IllegalArgumentException("The scene knows nothing called " + word);
                yield awards.word(word);
            }
        };
    }

    private String id(String key) {
        return String.valueOf(office.obligation(key).id());
    }

    private List<Versions.Version> versionsOfReport() {
        return versions.of(office.obligation(REPORT).id());
    }

    private @Nullable String file() {
        var attachments = versions.draft(office.obligation(REPORT).id()).attachments();
        return attachments.isEmpty() ? null : attachments.get(0).toString();
    }

    private @Nullable String task(String key, String definition, String addressee) {
        return tasks.createTaskQuery().processInstanceBusinessKey(key).taskDefinitionKey(definition).list().stream()
                .filter(task -> addressee.equals(runtime.getVariable(task.getExecutionId(), "addressee")))
                .map(task -> task.getId())
                .findFirst()
                .orElse(null);
    }

    private @Nullable String instance() {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(REPORT).list().stream()
                .map(instance -> instance.getId())
                .findFirst()
                .orElse(null);
    }

    private @Nullable String openPointTask() {
        return tasks
                .createTaskQuery()
                .processInstanceBusinessKey("son-la")
                .taskDefinitionKey("Task_RuleOnOpenPoint")
                .list()
                .stream()
                .map(task -> task.getId())
                .findFirst()
                .orElse(null);
    }

    /** What is gone keeps the name under which it was there last. */
    private String remembered(String word, @Nullable String now) {
        if (now != null) lastSeen.put(word, now);
        return lastSeen.getOrDefault(word, "gone");
    }
}
