package vn.thidua.architecture;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import vn.thidua.ThiDua;

/** The rooms of the house look back and never ahead, and into each other only where a room lets them. */
class ModulesTest {

    @Test
    void every_room_keeps_to_what_it_may_look_at() {
        ApplicationModules.of(ThiDua.class).verify();
    }
}
