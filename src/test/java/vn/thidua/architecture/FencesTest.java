package vn.thidua.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;

/** Fences inside and around the rooms; each was seen to fail. */
class FencesTest {

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("vn.thidua");
    private static final String[] DOMAIN = {
        "vn.thidua.act..",
        "vn.thidua.calendar..",
        "vn.thidua.organisation..",
        "vn.thidua.document..",
        "vn.thidua.campaign..",
        "vn.thidua.submission..",
        "vn.thidua.nomination..",
        "vn.thidua.appraisal..",
        "vn.thidua.council..",
        "vn.thidua.decision..",
        "vn.thidua.notification..",
        "vn.thidua.audit.."
    };
    private static final Set<String> CLOCKS = Set.of(
            "Instant",
            "LocalDate",
            "LocalDateTime",
            "LocalTime",
            "OffsetDateTime",
            "ZonedDateTime",
            "Year",
            "YearMonth");

    @Test
    void only_the_process_door_the_cockpit_and_the_rehearsal_know_the_engine() {
        noClasses()
                .that()
                .resideOutsideOfPackages("vn.thidua.process..", "vn.thidua.cockpit..", "vn.thidua.simulation..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.camunda..")
                .check(OURS);
    }

    @Test
    void only_the_calendar_asks_the_machine_for_the_time() {
        noClasses()
                .that()
                .resideOutsideOfPackage("vn.thidua.calendar..")
                .should()
                .callCodeUnitWhere(describe("asks the machine for the time", FencesTest::asksForTheTime))
                .check(OURS);
    }

    private static boolean asksForTheTime(JavaCall<?> call) {
        CodeUnitCallTarget target = call.getTarget();
        var owner = target.getOwner();
        var withoutClock = target.getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
        if (owner.getPackageName().equals("java.time") && target.getName().equals("now")) {
            return CLOCKS.contains(owner.getSimpleName()) && withoutClock;
        }
        if (owner.isEquivalentTo(Clock.class))
            return target.getName().startsWith("system") || target.getName().startsWith("tick");
        if (owner.isEquivalentTo(System.class)) return target.getName().equals("currentTimeMillis");
        return owner.isEquivalentTo(Date.class)
                && target.getName().equals("<init>")
                && target.getRawParameterTypes().isEmpty();
    }

    private static DescribedPredicate<JavaCall<?>> describe(
            String words, java.util.function.Predicate<? super JavaCall<?>> predicate) {
        return DescribedPredicate.describe(words, predicate);
    }

    @Test
    void only_the_commands_of_the_command_line_print() {
        noClasses()
                .that()
                .doNotHaveSimpleName("Commands")
                .and()
                .doNotHaveSimpleName("PlanCommand")
                .and()
                .doNotHaveSimpleName("AuditCommand")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(OURS);
    }

    @Test
    void everybody_logs_through_the_same_door() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.util.logging..", "org.apache.commons.logging..", "ch.qos.logback..", "org.apache.log4j..")
                .check(OURS);
    }

    @Test
    void the_rooms_of_the_domain_do_not_know_the_web() {
        noClasses()
                .that()
                .resideInAnyPackage(DOMAIN)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework.web..",
                        "org.springframework.http..",
                        "jakarta.servlet..",
                        "vn.thidua.web..")
                .check(OURS);
    }

    @Test
    void the_fences_stand_around_rooms_that_exist() {
        assertThat(rooms()).contains("process", "simulation", "calendar");
        assertThat(List.of(DOMAIN))
                .allSatisfy(room -> assertThat(rooms())
                        .contains(room.replace("vn.thidua.", "").replace("..", "")));
    }

    @Test
    void every_room_has_a_sign() {
        assertThat(OURS.getPackage("vn.thidua").getSubpackages())
                .allSatisfy(room -> assertThat(room.tryGetAnnotationOfType(ApplicationModule.class))
                        .as(room.getName())
                        .isPresent());
    }

    private static Set<String> rooms() {
        return OURS.getPackage("vn.thidua").getSubpackages().stream()
                .map(JavaPackage::getRelativeName)
                .collect(Collectors.toSet());
    }
}
