package vn.thidua.process.engine;

import java.util.Locale;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.thidua.act.Actor;
import vn.thidua.act.Refusal;
import vn.thidua.database.CannotStart;
import vn.thidua.database.DatabaseKind;
import vn.thidua.organisation.Accounts;

/**
 * Sees to it that a database in earnest use begins with an administrator whose password only its owner knows. The embedded database is
 * for trying out and comes with accounts of its own.
 */
@Component
class FirstAdministrator {

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);
    private static final String SETTINGS =
            "Set thidua.admin.id, thidua.admin.password and thidua.admin.email (environment: THIDUA_ADMIN_ID, THIDUA_ADMIN_PASSWORD,"
                    + " THIDUA_ADMIN_EMAIL) for the first start; later starts need none of them. The password needs at least 12"
                    + " characters with lower and upper case, a digit and a sign, must not contain the id or the email, and must not be"
                    + " one that is publicly known.";

    /** Strong enough for the policy, and known to anyone who has read this or guessed once; in lower case. */
    private static final Set<String> KNOWN = Set.of(
            "thidua@demo2026",
            "thidua@demo2025",
            "thiduakhenthuong@123",
            "thiduakhenthuong@2025",
            "thiduakhenthuong@2026",
            "password@123",
            "password@1234",
            "p@ssw0rd1234",
            "p@ssword1234",
            "p@ssw0rd@123",
            "passw0rd@123",
            "administrator@123",
            "administrator1!",
            "admin@123456",
            "admin@1234567",
            "admin@12345678",
            "admin@123456789",
            "quantri@123456",
            "abc@12345678",
            "abc@123456789",
            "abcd@1234567",
            "abcd@12345678",
            "aa@123456789",
            "aa123456789@",
            "qwerty@12345",
            "qwerty@123456",
            "1qaz2wsx3edc@",
            "1qaz@wsx3edc",
            "vietnam@1234",
            "vietnam@123456",
            "welcome@1234",
            "changeme@123",
            "changeme@1234",
            "matkhau@12345",
            "matkhau@123456");

    private final DatabaseKind database;
    private final Accounts accounts;
    private final IdentityService identities;
    private final AdministratorSettings settings;

    FirstAdministrator(
            DatabaseKind database, Accounts accounts, IdentityService identities, AdministratorSettings settings) {
        this.database = database;
        this.accounts = accounts;
        this.identities = identities;
        this.settings = settings;
    }

    /** @throws CannotStart when there is no administrator and no acceptable one is given */
    void appoint() {
        if (identities.createUserQuery().memberOfGroup(Actor.ADMINISTRATORS).count() > 0) return;
        if (!settings.isGiven()) {
            if (database == DatabaseKind.EMBEDDED) return;
            throw new CannotStart("This database has no administrator yet, and none is given.", SETTINGS);
        }
        create(String.valueOf(settings.id()), String.valueOf(settings.password()), String.valueOf(settings.email()));
    }

    private void create(String id, String password, String email) {
        if (KNOWN.contains(password.strip().toLowerCase(Locale.ROOT))) {
            throw new CannotStart("The password given for the first administrator is publicly known.", SETTINGS);
        }
        try {
            accounts.create(id, id, email, password, Set.of(Actor.ADMINISTRATORS));
            LOG.info("Created the first administrator {}", id);
        } catch (Refusal refused) {
            throw new CannotStart(
                    "The first administrator cannot be created (%s).".formatted(refused.code()), SETTINGS);
        }
    }
}
