package vn.thidua.web;

import static java.util.stream.Collectors.joining;
import static vn.thidua.support.Office.unit;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
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
import vn.thidua.web.Caller.Body;

/**
 * Two campaigns and their people on 12/11/2026: the reports of 2026 are open and overdue, what was due before is history. Made by
 * {@link #begin()}; the table's words for addresses and bodies are looked up here as things stand.
 */
final class RoleScene {

    static final String REPORT = "son-la/so-y-te/2026";

    /** In the name of the unit: whoever has no part in its campaign, or is another unit, is shown nothing with it. */
    static final String UNIT_MARK = "7f3a";

    /** In what the unit has written: read by nobody else before it is handed in. */
    static final String DRAFT_MARK = "9c2e";

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
    private final Map<String, Caller> callers = new LinkedHashMap<>();
    private final Map<String, String> lastSeen = new HashMap<>();

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

    void begin() {
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

    private static SubmissionContent content() {
        return new SubmissionContent(
                "12/BC", "11/11/2026", "Nguyễn Văn A", "Kết quả " + DRAFT_MARK, null, null, Map.of(), false);
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

    /** The marks in the answer that the role must not read; a refusal may name the unit it protects. */
    String leaks(String role, boolean refused, String text) {
        var hidden = new LinkedHashMap<String, Boolean>();
        hidden.put(UNIT_MARK, OUTSIDERS.contains(role) && !refused);
        hidden.put(
                DRAFT_MARK,
                OUTSIDERS.contains(role) || !BEHIND_THE_DRAFT.contains(role) && versionsOfReport().isEmpty());
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
            case "deployment" -> repository.createDeploymentQuery().list().get(0).getId();
            case "filter" -> filters.createFilterQuery().list().get(0).getId();
            case "mail" ->
                sql.sql("select min(id) from outgoing_mail").query(String.class).single();
            default -> throw new IllegalArgumentException("The scene knows nothing called " + word);
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

    @Nullable
    Body body(String name, String role) {
        return switch (name) {
            case "" -> null;
            case "nothing" -> Body.json("{}");
            case "draft" -> Body.json("{\"documentNumber\":\"12/BC\",\"documentDate\":\"11/11/2026\",\"signer\":\"Nguyễn Văn A\","
                    + "\"summary\":\"Kết quả " + DRAFT_MARK + "\",\"figures\":{},\"alsoToOthers\":false}");
            case "file" -> Body.file("files", DRAFT_MARK + "-2.pdf", Office.pdf());
            case "content" -> Body.file("content", "x.exe", new byte[] {'M', 'Z'});
            case "units" -> Body.file("file", "units.csv", units());
            case "deadline" -> Body.json("{\"reason\":\"Chưa có chữ ký\",\"newDeadline\":\"30/11/2026\"}");
            case "extension" -> Body.json("{\"reason\":\"Bão số 12\",\"newDeadline\":\"15/12/2026\"}");
            case "before" -> Body.json("{\"submittedOn\":\"20/06/2025\"}");
            case "decision" -> Body.json(DECISION);
            case "amendment" -> Body.json(DECISION.replace("{", "{\"aspect\":\"OTHER\","));
            case "holiday" ->
                Body.json("{\"name\":\"Nghỉ bù\",\"kind\":\"OFF\",\"state\":\"EXPECTED\",\"source\":\"Công văn 1\"}");
            case "query" -> Body.json("{\"processInstanceBusinessKey\":\"%s\"}".formatted(REPORT));
            case "myself" -> Body.json("{\"userId\":\"%s\"}".formatted(account(role)));
            case "other" -> Body.json("{\"userId\":\"%s\"}".formatted(account("other")));
            case "link" -> Body.json("{\"groupId\":\"son-la.unit.so-tai-chinh\",\"type\":\"candidate\"}");
            case "error" -> Body.json("{\"errorCode\":\"E\"}");
            case "escalation" -> Body.json("{\"escalationCode\":\"E\"}");
            case "value" -> Body.json("{\"value\":\"son-la.unit.so-tai-chinh\",\"type\":\"String\"}");
            case "steering" ->
                Body.json("{\"variables\":{\"ownerGroup\":{\"value\":\"son-la.unit.so-tai-chinh\"}}}");
            case "variables" -> Body.json("{\"variables\":{\"decision\":{\"value\":\"ACCEPT\"}}}");
            case "accept" -> Body.json("{\"variables\":{\"decision\":{\"value\":\"ACCEPT\"}}}");
            case "foreign" -> Body.json("{\"variables\":{\"undeclared\":{\"value\":1}}}");
            case "instructions" ->
                Body.json("{\"instructions\":[{\"type\":\"cancel\",\"activityId\":\"SubProcess_EachAddressee\"}]}");
            case "modification" -> Body.json("{\"modifications\":{\"ownerGroup\":{\"value\":\"son-la.unit.so-tai-chinh\"}}}");
            case "suspended" -> Body.json("{\"suspended\":true}");
            case "group" -> Body.json("{\"id\":\"intruders\",\"name\":\"x\"}");
            case "form-login" -> Body.form("username=%s&password=no".formatted(account("unit")));
            case "named" -> Body.json("{\"name\":\"x\"}");
            case "comment" -> Body.json("{\"message\":\"x\"}");
            case "list" -> Body.json("{\"resourceType\":\"Task\",\"name\":\"x\",\"query\":{}}");
            case "message" -> Body.json("{\"messageName\":\"duty.ended\",\"businessKey\":\"%s\"}".formatted(REPORT));
            case "signal" -> Body.json("{\"name\":\"x\"}");
            case "grant" ->
                Body.json("{\"type\":1,\"permissions\":[\"ALL\"],\"userId\":\"%s\",\"resourceType\":7,\"resourceId\":\"*\"}"
                        .formatted(account(role)));
            case "check" ->
                Body.json("{\"username\":\"%s\",\"password\":\"no\"}".formatted(account("unit")));
            case "person" ->
                Body.json("{\"profile\":{\"id\":\"intruder\",\"firstName\":\"x\",\"lastName\":\"y\",\"email\":\"\"},"
                        + "\"credentials\":{\"password\":\"%s\"}}".formatted(Caller.PASSWORD));
            case "password" ->
                Body.json("{\"password\":\"%1$s\",\"authenticatedUserPassword\":\"%1$s\"}".formatted(Caller.PASSWORD));
            case "profile" ->
                Body.json("{\"id\":\"%s\",\"firstName\":\"x\",\"lastName\":\"y\",\"email\":\"x@thidua.example\"}"
                        .formatted(account("unit")));
            case "form-withdrawal" -> Body.form("addressee=so-noi-vu");
            case "form-extension" -> Body.form("addressee=so-noi-vu&newDeadline=20%2F12%2F2026&reason=Ch%E1%BB%9D+s%E1%BB%91+li%E1%BB%87u");
            case "form-before" -> Body.form("addressee=so-noi-vu&submittedOn=19%2F06%2F2025");
            case "form-amendment" ->
                Body.form("noi-dung=OTHER&documentNumber=125%2FSNV&documentDate=05%2F11%2F2026&reason=Giao+th%C3%AAm+vi%E1%BB%87c");
            case "form-import" -> Body.form("sha256=0");
            case "form-holiday" -> Body.form("day=04%2F03%2F2027&name=x&kind=OFF&state=EXPECTED&source=x");
            case "form-day" -> Body.form("day=04%2F03%2F2027");
            default -> throw new IllegalArgumentException("The scene sends nothing called " + name);
        };
    }

    private static final String DECISION =
            "{\"documentNumber\":\"125/SNV-TĐKT\",\"documentDate\":\"05/11/2026\",\"reason\":\"Theo văn bản 125\"}";

    private static byte[] units() {
        return ("code,name,group,level,parent,emails,founded,closed,successor\n"
                        + unit("so-y-te", "Sở Y tế " + UNIT_MARK, "so-ban-nganh") + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}
