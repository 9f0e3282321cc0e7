package vn.thidua.benchmark;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.thidua.support.AwardOffice;
import vn.thidua.support.AwardScene;
import vn.thidua.support.Office;

/** The whole application on a PostgreSQL that counts; run by {@code mvn -Pbenchmark test}. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "thidua.campaigns.shipped=none",
            "thidua.campaigns.dir=target/no-campaigns",
            "thidua.admin.id=benchmark",
            "thidua.admin.password=Do-Luong#2026-Nhanh",
            "thidua.admin.email=benchmark@thidua.example",
            "thidua.mail.every=1h",
            "camunda.bpm.job-execution.enabled=false",
            "management.server.port=0"
        })
@Import({Office.class, AwardScene.class, AwardOffice.class})
abstract class Metered {

    @Autowired
    protected JdbcClient sql;

    @Autowired
    protected Office office;

    protected Meter meter;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        Meter.database(properties);
    }

    @BeforeEach
    void begin() {
        office.empty();
        meter = new Meter(sql);
    }

    @AfterEach
    void end() {
        meter.print();
        office.close();
    }
}
