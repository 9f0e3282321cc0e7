package vn.thidua.nomination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.event.EventListener;
import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thidua.act.Act;
import vn.thidua.act.Actor;
import vn.thidua.act.Refusal;
import vn.thidua.calendar.HolidaySeed;
import vn.thidua.calendar.MovableClock;
import vn.thidua.calendar.VietnamTime;
import vn.thidua.campaign.AwardProcedure;
import vn.thidua.campaign.CampaignPlan.AwardForm;
import vn.thidua.campaign.CampaignPlan.Occasion;
import vn.thidua.campaign.Campaigns;
import vn.thidua.campaign.NomineeKind;
import vn.thidua.campaign.PlanFiles;
import vn.thidua.organisation.Groups;
import vn.thidua.organisation.UnitLists;
import vn.thidua.support.CountedStatements;
import vn.thidua.support.Office;
import vn.thidua.support.TestDatabase;

/** The room by itself on a real database: no engine, its port only written down. Each test begins with an empty installation. */
abstract class NominationTest {

    static final String PROVINCE = "binh-phuoc";
    static final String STANDING = "binh-phuoc.so-noi-vu";
    static final String ALLOCATORS = "binh-phuoc.thuong-truc-hoi-dong";
    static final String LEAD = "binh-phuoc.so-noi-vu";
    static final String FINANCE = "binh-phuoc.unit.so-tai-chinh";
    static final String HEALTH = "binh-phuoc.unit.so-y-te";
    static final String ROUND = "binh-phuoc/2026-ANNUAL";

    private static final AnnotationConfigApplicationContext APP = start();

    final AwardRounds rounds = APP.getBean(AwardRounds.class);
    final Nominations nominations = APP.getBean(Nominations.class);
    final Dossiers dossiers = APP.getBean(Dossiers.class);
    final Eligibility eligibility = APP.getBean(Eligibility.class);
    final Transitions transitions = APP.getBean(Transitions.class);
    final Holds holds = APP.getBean(Holds.class);
    final DossierSight sight = APP.getBean(DossierSight.class);
    final Campaigns campaigns = APP.getBean(Campaigns.class);
    final Steps process = APP.getBean(Steps.class);
    final Past past = APP.getBean(Past.class);
    final Seen seen = APP.getBean(Seen.class);
    final JdbcClient sql = APP.getBean(JdbcClient.class);
    final MovableClock clock = APP.getBean(MovableClock.class);

    @ComponentScan(
            lazyInit = true,
            basePackages = {
                "vn.thidua.calendar",
                "vn.thidua.organisation",
                "vn.thidua.document",
                "vn.thidua.campaign",
                "vn.thidua.nomination"
            },
            excludeFilters = {
                @ComponentScan.Filter(type = FilterType.ASSIGNABLE_TYPE, classes = MovableClock.class),
                @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*Test.*")
            })
    @ConfigurationPropertiesScan("vn.thidua.document")
    static class Rooms {

        @Bean
        ObjectMapper mapper() {
            return Jackson2ObjectMapperBuilder.json().build();
        }

        @Bean
        Steps steps() {
            return new Steps();
        }

        @Bean
        Past past() {
            return new Past();
        }

        @Bean
        Seen seen() {
            return new Seen();
        }
    }

    /** How many statements the work takes. */
    static int statements(Runnable work) {
        return CountedStatements.of(work);
    }

    /** What the processes were told, in order. */
    static class Steps implements NominationProcess {

        final List<String> told = new ArrayList<>();

        @Override
        public void start(AwardRound round) {
            told.add("start " + round.key());
        }

        @Override
        public void start(List<Dossier> dossiers) {
            dossiers.forEach(dossier -> told.add("start " + dossier.number() + " " + dossier.state()));
        }

        @Override
        public void ended(Collection<String> numbers) {
            numbers.forEach(number -> told.add("ended " + number));
        }

        @Override
        public void held(String number, long hold) {
            told.add("held " + number);
        }

        @Override
        public void limitMoved(String number) {
            told.add("limit moved " + number);
        }

        @Override
        public void lateRequested(String round, long permission) {
            told.add("late requested " + round);
        }

        @Override
        public void windowMoved(AwardRound round) {
            told.add("window moved " + round.key());
        }

        @Override
        public void passedOn(List<Dossier> dossiers, String groupBefore) {
            dossiers.forEach(dossier -> told.add("passed on " + dossier.number()));
        }

        @Override
        public void roundCancelled(String round) {
            told.add("cancelled " + round);
        }
    }

    /** Awards of before. */
    static class Past implements PastAwards {

        final Map<UUID, List<PastAward>> awards = new HashMap<>();

        @Override
        public List<PastAward> of(UUID nominee) {
            return awards.getOrDefault(nominee, List.of());
        }
    }

    static class Seen {

        final List<DossierHappened> dossiers = new ArrayList<>();
        final List<RoundHappened> rounds = new ArrayList<>();
        final List<Act> acts = new ArrayList<>();

        @EventListener
        void on(DossierHappened happened) {
            dossiers.add(happened);
        }

        @EventListener
        void on(RoundHappened happened) {
            rounds.add(happened);
        }

        @EventListener
        void on(Act act) {
            acts.add(act);
        }
    }

    private static AnnotationConfigApplicationContext start() {
        var app = new AnnotationConfigApplicationContext();
        app.register(TestDatabase.Beans.class, Rooms.class);
        app.refresh();
        app.getBean(HolidaySeed.class).enter();
        return app;
    }

    @BeforeEach
    void empty() {
        sql.sql("truncate campaign, number_series, stored_file, nominee cascade")
                .update();
        process.told.clear();
        past.awards.clear();
        seen.dossiers.clear();
        seen.rounds.clear();
        seen.acts.clear();
        at("05/11/2026 08:00:00");
        adopt(PROVINCE);
    }

    void adopt(String code) {
        var plan = PlanFiles.shipped().stream()
                .filter(file -> file.code().equals(code))
                .findFirst()
                .orElseThrow();
        campaigns.load(plan.check(), plan.yaml(), clock.today());
        enlist(
                code,
                Office.unit("so-y-te", "Sở Y tế", firstGroup(code)),
                Office.unit("so-tai-chinh", "Sở Tài chính", firstGroup(code)),
                Office.unit("cong-ty", "Công ty Một", lastGroup(code)));
    }

    private String firstGroup(String code) {
        return campaigns.get(code).plan().unitGroups().get(0).id();
    }

    private String lastGroup(String code) {
        var groups = campaigns.get(code).plan().unitGroups();
        return groups.get(groups.size() - 1).id();
    }

    void enlist(String campaign, String... units) {
        var list = "code,name,group,level,parent,emails,founded,closed,successor\n" + String.join("\n", units) + "\n";
        APP.getBean(UnitLists.class)
                .take(
                        campaign,
                        campaigns.get(campaign).plan().groupIds(),
                        "units.csv",
                        new ByteArrayInputStream(list.getBytes(StandardCharsets.UTF_8)));
    }

    /** @param moment "dd/MM/yyyy HH:mm:ss" or "dd/MM/yyyy", Asia/Ho_Chi_Minh */
    void at(String moment) {
        clock.holdAt(Office.instant(moment));
    }

    static <T> T as(String user, String group, Supplier<T> work) {
        return new Actor(user, Set.of(group)).act(work);
    }

    static void as(String user, String group, Runnable work) {
        as(user, group, () -> {
            work.run();
            return true;
        });
    }

    static Refusal refused(Runnable work) {
        var refusal = catchThrowableOfType(Refusal.class, work::run);
        assertThat(refusal).as("refused").isNotNull();
        return refusal;
    }

    static Refusal refusedAs(String user, String group, Runnable work) {
        return refused(() -> as(user, group, work));
    }

    /** The answer that takes the proposal as it stands. */
    static TermsAnswer asProposed(RoundTerms terms) {
        return answer(terms, terms.forms(), terms.basis());
    }

    static TermsAnswer answer(RoundTerms terms, List<AwardForm> forms, Map<String, String> basis) {
        return new TermsAnswer(
                forms,
                terms.unitGroups(),
                date(terms.opensOn()),
                date(terms.closesOn()),
                date(terms.appraisalDue()),
                date(terms.councilOn()),
                terms.council(),
                terms.quorumPercent(),
                terms.thresholdPercent(),
                terms.thresholdBase(),
                terms.secret(),
                terms.conflictLeavesBase(),
                basis);
    }

    static String date(@Nullable LocalDate day) {
        return VietnamTime.date(day);
    }

    AwardRound prepared(Occasion occasion, int year) {
        return as("chuyen-vien", STANDING, () -> rounds.prepare(PROVINCE, occasion, year, "Đợt xét"));
    }

    /** The annual round of 2026, open until 19/11/2026, its numbers in common. */
    AwardRound open() {
        return open(Occasion.ANNUAL, 2026);
    }

    AwardRound open(Occasion occasion, int year, AwardForm... others) {
        var round = prepared(occasion, year);
        var forms = new ArrayList<>(round.terms().forms());
        var basis = new HashMap<>(round.terms().basis());
        for (var form : others) {
            if (!forms.contains(form)) forms.add(form);
            basis.putIfAbsent(form.name(), "01/QĐ-UBND");
        }
        as("chuyen-vien", STANDING, () -> rounds.setTerms(round.key(), answer(round.terms(), forms, basis)));
        if (rounds.get(round.key()).state() == AwardRound.State.ALLOCATING) {
            as(
                    "thuong-truc",
                    ALLOCATORS,
                    () -> rounds.allocate(round.key(), new AllocationAnswer(List.of(), "Để chung")));
        }
        return rounds.get(round.key());
    }

    static NomineeEntry person(String name) {
        return new NomineeEntry(
                null, false, NomineeKind.INDIVIDUAL, name, "01/02/1980", "FEMALE", "Trưởng phòng", null, null);
    }

    static NomineeEntry collective(String name, String unit) {
        return new NomineeEntry(null, false, NomineeKind.COLLECTIVE, name, null, null, null, unit, null);
    }

    /** Everything valid; the criteria group by the kind. */
    static DossierContent content(AwardForm form, NomineeEntry nominee) {
        return content(form, nominee, "Chuyển đổi số toàn diện", "01/01/2026", "31/08/2026");
    }

    static DossierContent content(AwardForm form, NomineeEntry nominee, String title, String from, String to) {
        return new DossierContent(
                form,
                form == AwardForm.HCLD ? 3 : null,
                nominee.kind(),
                nominee,
                nominee.kind() == NomineeKind.COLLECTIVE ? "a" : "d",
                List.of(new AchievementEntry(title, from, to, "Kết quả rõ rệt.")),
                false,
                false,
                null,
                "Hoàn thành xuất sắc.",
                List.of(),
                List.of(),
                Map.of());
    }

    static DossierContent bkTinh() {
        return content(AwardForm.BK_TINH, collective("Phòng Công nghệ", "so-tai-chinh"));
    }

    static List<Upload> files(String... components) {
        return Arrays.stream(components)
                .map(component -> new Upload(component, component + ".pdf", new ByteArrayInputStream(Office.pdf())))
                .toList();
    }

    static List<Upload> allFiles() {
        return files(AwardProcedure.LETTER, AwardProcedure.REPORT, AwardProcedure.MINUTES);
    }

    static List<Upload> filesFor(AwardForm form) {
        return form.isOfState() ? files(AwardProcedure.REPORT) : allFiles();
    }

    Dossier drafted(DossierContent content) {
        return drafted(ROUND, content);
    }

    Dossier drafted(String round, DossierContent content) {
        return as("lan", FINANCE, () -> nominations.create(round, "so-tai-chinh", content, filesFor(content.form())));
    }

    Dossier submitted(DossierContent content) {
        return submitted(ROUND, content);
    }

    Dossier submitted(String round, DossierContent content) {
        var drafted = drafted(round, content);
        as("lan", FINANCE, () -> nominations.submit(drafted.number()));
        return dossiers.get(drafted.number());
    }

    Dossier received(DossierContent content) {
        var submitted = submitted(content);
        receive(submitted.number());
        return dossiers.get(submitted.number());
    }

    void receive(String number) {
        as("minh", LEAD, () -> nominations.receive(number, ReceiptAnswer.receive()));
    }

    static ReceiptAnswer supplement(String deadline) {
        return new ReceiptAnswer(
                ReceiptAnswer.Decision.SUPPLEMENT,
                "Báo cáo thành tích chưa có xác nhận",
                "khoản 2 Điều 6 Nghị định 152/2025/NĐ-CP",
                deadline,
                List.of());
    }

    RuleResult rule(String number, String rule) {
        return eligibility.check(number).stream()
                .filter(result -> result.rule().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    static String unitGroup(String unit) {
        return Groups.ofUnit(PROVINCE, unit);
    }

    List<String> audited() {
        return seen.acts.stream().map(Act::action).toList();
    }

    List<DossierHappened.Kind> happened() {
        return seen.dossiers.stream().map(DossierHappened::kind).toList();
    }
}
