package vn.thidua.support;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thidua.act.Actor;
import vn.thidua.calendar.MovableClock;
import vn.thidua.calendar.VietnamTime;
import vn.thidua.campaign.Campaign;
import vn.thidua.campaign.Campaigns;
import vn.thidua.campaign.PlanFiles;
import vn.thidua.organisation.Groups;
import vn.thidua.organisation.UnitLists;
import vn.thidua.simulation.TimeMachine;
import vn.thidua.submission.Obligation;
import vn.thidua.submission.Obligations;
import vn.thidua.submission.Part;
import vn.thidua.submission.SubmissionContent;
import vn.thidua.submission.Submissions;

/** What tests do in the words of the field: adopt a plan on a day, travel, hand in as a unit, review as an agency, look. */
public class Office {

    private static final String UNIT_HEAD = "code,name,group,level,parent,emails,founded,closed,successor\n";

    @Autowired
    private JdbcClient sql;

    @Autowired
    private MovableClock clock;

    @Autowired
    private TimeMachine time;

    @Autowired
    private Campaigns campaigns;

    @Autowired
    private UnitLists unitLists;

    @Autowired
    private Obligations obligations;

    @Autowired
    private Submissions submissions;

    @Autowired
    private TaskService tasks;

    @Autowired
    private RuntimeService runtime;

    /** Takes everything away but the models, the holidays and the groups. */
    public void empty() {
        close();
        sql.sql("alter table audit_entry disable trigger all").update();
        sql.sql("""
                truncate campaign, plan_change, unit, obligation, obligation_part, deadline_change, stored_file, attachment,
                    submission_draft, submission_version, notice, outgoing_mail, audit_entry, digest_day,
                    act_ru_task, act_ru_identitylink, act_ru_variable, act_ru_incident,
                    act_hi_procinst, act_hi_actinst, act_hi_taskinst, act_hi_identitylink, act_hi_job_log, act_hi_incident, rule_pack_ruling,
                    council_member, delegation, substitution, nomination_import, number_series, nominee, nominee_name,
                    award_round, quota_allocation, late_permission, dossier, dossier_draft, dossier_component, dossier_version,
                    achievement, eligibility_override, eligibility_hold, dossier_stage, dossier_act, joint_act,
                    opinion, reconciliation, overdue_step, consultation, council_session, session_member, session_item, session_conflict,
                    ballot_cast, ballot_vote, council_tie, council_minutes,
                    document_counter, quota_use, award_decision, decision_item, award_register, certificate, superior_link,
                    superior_submission, submission_item, award_outcome, revocation, overprint_layout cascade""").update();
        // the messages that models begin with stay
        sql.sql("delete from act_ru_event_subscr where execution_id_ is not null")
                .update();
        sql.sql("delete from act_ru_execution").update();
        sql.sql("delete from act_ru_job where process_instance_id_ is not null").update();
        sql.sql(
                        "delete from act_ru_authorization where resource_type_ = 7 and resource_id_ <> '*' or user_id_ is not null")
                .update();
        sql.sql("delete from act_id_membership").update();
        sql.sql("delete from act_id_user").update();
        sql.sql("alter table audit_entry enable trigger all").update();
    }

    public void close() {
        clock.release();
    }

    /** Runs the shipped plan from 08:00 of the day on, with the units given as CSV lines of the unit list. */
    public Campaign adopt(String code, String day, String... units) {
        var plan = PlanFiles.shipped().stream()
                .filter(file -> file.code().equals(code))
                .findFirst()
                .orElseThrow();
        return adopt(plan, day, units);
    }

    public Campaign adopt(PlanFiles.PlanFile plan, String day, String... units) {
        var first = date(day);
        time.startAt(first.atTime(8, 0).atZone(VietnamTime.ZONE).toInstant());
        join(plan, first, units);
        time.settle();
        return campaigns.get(plan.code());
    }

    /** Takes another plan in, at the moment the clock stands at. */
    public void join(PlanFiles.PlanFile plan, LocalDate adoptedOn, String... units) {
        campaigns.load(plan.check(), plan.yaml(), adoptedOn);
        if (units.length > 0) enlist(plan.code(), units);
    }

    public void enlist(String campaign, String... units) {
        var list = UNIT_HEAD + String.join("\n", units) + "\n";
        unitLists.take(
                campaign,
                campaigns.get(campaign).plan().groupIds(),
                "units.csv",
                new ByteArrayInputStream(list.getBytes(StandardCharsets.UTF_8)));
    }

    /** A line of a unit list. */
    public static String unit(String code, String name, String group) {
        return unit(code, name, group, "");
    }

    /** @param founded dd/MM/yyyy */
    public static String unit(String code, String name, String group, String founded) {
        return "%s,%s,%s,OTHER,,%s@unit.example,%s,,".formatted(code, name, group, code, founded);
    }

    /** @param moment "dd/MM/yyyy HH:mm:ss" or "dd/MM/yyyy" (00:00:00), Asia/Ho_Chi_Minh */
    public void travelTo(String moment) {
        time.travelTo(instant(moment));
    }

    public static Instant instant(String moment) {
        var day = date(moment.substring(0, 10));
        var at = moment.length() == 10 ? day.atStartOfDay() : LocalDateTime.parse(day + "T" + moment.substring(11));
        return at.atZone(VietnamTime.ZONE).toInstant();
    }

    public static LocalDate date(String day) {
        return VietnamTime.parse(day).orElseThrow();
    }

    public Obligation obligation(String key) {
        return obligations.get(key);
    }

    public Part part(String key, String addressee) {
        return obligation(key).part(addressee);
    }

    public Part part(String key) {
        return obligation(key).parts().get(0);
    }

    public boolean exists(String key) {
        return obligations.find(key).isPresent();
    }

    /** Hands in to the addressee as the unit, with everything filled in. */
    public void handIn(String key, String addressee) {
        var obligation = obligation(key);
        asOwner(obligation, () -> {
            write(obligation);
            submissions.handIn(obligation.id(), addressee);
        });
    }

    public void handInToAll(String key) {
        var obligation = obligation(key);
        asOwner(obligation, () -> {
            write(obligation);
            submissions.saveDraft(obligation.id(), content(true, Map.of()));
            submissions.handIn(obligation.id(), obligation.parts().get(0).addressee());
        });
    }

    public Instant now() {
        return clock.instant();
    }

    public void handIn(String key) {
        handIn(key, part(key).addressee());
    }

    /** Fills in the draft and attaches a signed PDF. */
    public void write(Obligation obligation) {
        submissions.saveDraft(obligation.id(), content(false, Map.of()));
        submissions.attach(obligation.id(), "bao-cao.pdf", new ByteArrayInputStream(pdf()));
    }

    public SubmissionContent content(boolean alsoToOthers, Map<String, Long> figures) {
        return new SubmissionContent(
                "12/BC",
                VietnamTime.date(clock.today()),
                "Nguyễn Văn A",
                "Đã triển khai.",
                null,
                null,
                figures,
                alsoToOthers);
    }

    public void accept(String key, String addressee) {
        var obligation = obligation(key);
        as("officer", obligation.part(addressee).reviewerGroup(), () -> submissions.accept(obligation.id(), addressee));
    }

    public void accept(String key) {
        accept(key, part(key).addressee());
    }

    public void giveBack(String key, String reason, String newDeadline) {
        var obligation = obligation(key);
        var part = obligation.parts().get(0);
        as(
                "officer",
                part.reviewerGroup(),
                () -> submissions.giveBack(obligation.id(), part.addressee(), reason, newDeadline));
    }

    public void asOwner(Obligation obligation, Runnable work) {
        as("unit-officer", obligation.ownerGroup(), work);
    }

    public void asStandingAgency(Campaign campaign, Runnable work) {
        as("standing-officer", campaign.standingAgencyGroup(), work);
    }

    public void asAdministrator(Runnable work) {
        as("admin", Actor.ADMINISTRATORS, work);
    }

    public void as(String user, String group, Runnable work) {
        new Actor(user, Set.of(group)).act((Supplier<Boolean>) () -> {
            work.run();
            return true;
        });
    }

    public static String unitGroup(String campaign, String unit) {
        return Groups.ofUnit(campaign, unit);
    }

    /** Open tasks of the business key, by definition id. */
    public List<Task> tasks(String key) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(key)
                .orderByTaskCreateTime()
                .asc()
                .list();
    }

    public boolean isRunning(String key) {
        return runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(key)
                        .count()
                > 0;
    }

    /** The days on which a digest that speaks of the business key's unit was written for the address, dd/MM/yyyy. */
    public List<String> digestDays(String address) {
        return sql
                .sql("select cause from outgoing_mail where recipient = ? and cause like 'digest/%' order by cause")
                .param(address)
                .query(String.class)
                .list()
                .stream()
                .map(cause -> VietnamTime.date(LocalDate.parse(cause.split("/")[1])))
                .toList();
    }

    public String digest(String address, String day) {
        return sql.sql("select text_body from outgoing_mail where recipient = ? and cause = ?")
                .params(address, "digest/" + date(day) + "/" + address)
                .query(String.class)
                .single();
    }

    /** The smallest file that is a PDF by content. */
    public static byte[] pdf() {
        return String.join(
                        "\n",
                        Arrays.asList(
                                "%PDF-1.4",
                                "1 0 obj",
                                "<< /Type /Catalog /Pages 2 0 R >>",
                                "endobj",
                                "2 0 obj",
                                "<< /Type /Pages /Kids [] /Count 0 >>",
                                "endobj",
                                "trailer",
                                "<< /Root 1 0 R >>",
                                "%%EOF",
                                ""))
                .getBytes(StandardCharsets.US_ASCII);
    }
}
