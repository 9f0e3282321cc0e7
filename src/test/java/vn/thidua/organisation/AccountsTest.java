package vn.thidua.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.thidua.act.Actor;
import vn.thidua.act.Refusal;
import vn.thidua.organisation.Accounts.Newcomer;
import vn.thidua.support.ThiDuaTest;

/** People get accounts. */
class AccountsTest extends ThiDuaTest {

    private static final String PASSWORD = "Thidua@Test2026";
    private static final Newcomer LAN =
            new Newcomer("lan", "Nguyễn Thị Lan", "lan@so.example", Set.of("binh-phuoc.so-noi-vu"));
    private static final Newcomer NAM =
            new Newcomer("nam", "Trần Văn Nam", "nam@so.example", Set.of("binh-phuoc.so-y-te", "binh-phuoc.so-noi-vu"));

    @Autowired
    private Accounts accounts;

    @Test
    void those_who_begin_with_one_password_come_in_with_it_each_with_their_own_groups() {
        accounts.createAll(List.of(LAN, NAM), PASSWORD);

        assertThat(List.of(LAN, NAM))
                .allSatisfy(person -> assertThat(accounts.authenticate(person.userId(), PASSWORD))
                        .map(Actor::groups)
                        .hasValue(person.groups()));
        assertThat(accounts.authenticate("lan", PASSWORD + "x")).isEmpty();
    }

    @Test
    void where_one_of_them_has_an_account_already_nobody_gets_one() {
        accounts.createAll(List.of(LAN), PASSWORD);

        assertThatThrownBy(() -> accounts.createAll(List.of(NAM, LAN), PASSWORD))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("\"lan\" đã có");
        assertThat(accounts.exists("nam")).isFalse();
    }

    @Test
    void where_the_password_holds_one_persons_name_nobody_gets_an_account() {
        assertThatThrownBy(() -> accounts.createAll(List.of(NAM, LAN), "Mat-khau-lan-2026"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("12 ký tự");
        assertThat(accounts.exists("nam")).isFalse();
    }
}
