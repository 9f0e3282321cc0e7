package vn.thidua.database;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.support.Office.date;

import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thidua.campaign.Campaigns;
import vn.thidua.support.ThiDuaTest;

/** Plans and calendar come from memory, and what anybody changes of them is seen all the same. */
class ReferenceVersionTest extends ThiDuaTest {

    @Autowired
    private ReferenceVersion reference;

    @Autowired
    private Campaigns campaigns;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient sql;

    @BeforeEach
    void adopt() {
        office.adopt("binh-phuoc", "16/11/2026");
        campaigns.get("binh-phuoc");
    }

    private void adoptOn(String day) {
        sql.sql("update campaign set adopted_on = ?").param(date(day)).update();
    }

    private LocalDate adopted() {
        return campaigns.get("binh-phuoc").adoptedOn();
    }

    @Test
    void what_another_application_changes_is_seen_by_the_next_transaction() {
        adoptOn("17/11/2026");

        assertThat(adopted()).isEqualTo(date("17/11/2026"));
    }

    @Test
    void as_long_as_nothing_changes_nothing_is_read_again() {
        assertThat(campaigns.get("binh-phuoc")).isSameAs(campaigns.get("binh-phuoc"));
    }

    @Test
    void what_is_rolled_back_is_never_remembered() {
        transaction.executeWithoutResult(status -> {
            adoptOn("18/11/2026");
            reference.changed();
            assertThat(adopted()).isEqualTo(date("18/11/2026"));
            status.setRollbackOnly();
        });
        assertThat(adopted()).isEqualTo(date("16/11/2026"));

        adoptOn("19/11/2026");
        assertThat(adopted()).isEqualTo(date("19/11/2026"));
    }

    @Test
    void a_holiday_changes_it_too() {
        var before = reference.current();
        sql.sql("update holiday set source = source where day = (select min(day) from holiday)")
                .update();

        assertThat(reference.current()).isGreaterThan(before);
    }
}
