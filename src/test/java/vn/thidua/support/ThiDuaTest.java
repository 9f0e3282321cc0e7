package vn.thidua.support;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** The whole application on a real PostgreSQL, one context for all tests; each test begins with an empty installation. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import({Office.class, AwardScene.class, AwardOffice.class})
@TestPropertySource(
        properties = {
            "thidua.database.dir=target/test-data",
            "thidua.demo.enabled=false",
            "thidua.campaigns.shipped=none",
            "thidua.campaigns.dir=target/no-campaigns",
            "thidua.security.bcrypt-strength=4",
            "thidua.mail.every=1h",
            // what a process went through is what its tests are about
            "camunda.bpm.history-level=activity",
            "camunda.bpm.job-execution.enabled=false",
            "management.server.port=0"
        })
public abstract class ThiDuaTest {

    @Autowired
    protected Office office;

    @Autowired
    protected AwardOffice awards;

    @BeforeEach
    void begin() {
        office.empty();
    }

    @AfterEach
    void end() {
        office.close();
    }
}
