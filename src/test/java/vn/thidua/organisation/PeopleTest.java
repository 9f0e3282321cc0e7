package vn.thidua.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.thidua.act.Actor;
import vn.thidua.support.ThiDuaTest;

/** Whose account it was. */
class PeopleTest extends ThiDuaTest {

    @Autowired
    private People people;

    @Autowired
    private Accounts accounts;

    @Test
    void an_account_is_called_by_its_persons_name_and_an_ended_one_by_itself() {
        accounts.create("lan", "Nguyễn Thị Lan", "lan@so.example", "Thidua@Test2026", Set.of("binh-phuoc.so-noi-vu"));

        assertThat(people.called(Arrays.asList("lan", "da-nghi", Actor.SYSTEM.userId(), null, "lan")))
                .hasSize(3)
                .containsEntry("lan", "Nguyễn Thị Lan (lan)")
                .containsEntry("da-nghi", "da-nghi")
                .containsEntry(Actor.SYSTEM.userId(), "Hệ thống");
    }
}
