package vn.thidua.organisation;

import java.util.Locale;
import org.springframework.stereotype.Component;
import vn.thidua.act.Actor;
import vn.thidua.act.Refusal;

/** Who keeps the lists of people of the award work, and what they may enter. */
@Component
class AwardStaff {

    private final UnitListKeepers keepers;
    private final Accounts accounts;

    AwardStaff(UnitListKeepers keepers, Accounts accounts) {
        this.keepers = keepers;
        this.accounts = accounts;
    }

    /** @throws Refusal FORBIDDEN for all but administrators, the campaign's standing agency, and the system itself */
    void mustKeep(String campaign) {
        var actor = Actor.current();
        if (actor.isSystem() || actor.isAdministrator()) return;
        actor.mustBeIn(
                keepers.groupOf(campaign),
                "Chỉ quản trị viên và cơ quan thường trực của phong trào được ghi danh sách người làm công tác khen thưởng.");
    }

    /** @throws Refusal INVALID when there is no such account */
    Actor account(String userId, String field) {
        return accounts.find(userId)
                .orElseThrow(() -> Refusal.invalid(
                        "no-account",
                        field,
                        "Không có tài khoản \"%s\". Hãy ghi đúng tên tài khoản hoặc nhờ quản trị viên tạo tài khoản."
                                .formatted(userId)));
    }

    void join(String userId, String group) {
        accounts.join(userId, group);
    }

    void leave(String userId, String group) {
        accounts.leave(userId, group);
    }

    static String required(String text, String field, String name) {
        if (text.isBlank()) {
            throw Refusal.invalid(
                    "required",
                    field,
                    "%s không được để trống. Hãy ghi %s.".formatted(name, name.toLowerCase(Locale.ROOT)));
        }
        return text.strip();
    }
}
