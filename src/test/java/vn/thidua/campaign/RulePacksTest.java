package vn.thidua.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static vn.thidua.support.Office.date;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.thidua.act.Refusal;
import vn.thidua.act.Refusal.Kind;
import vn.thidua.audit.AuditEntry;
import vn.thidua.audit.AuditTrail;
import vn.thidua.campaign.RulePacks.Ruling;
import vn.thidua.support.ThiDuaTest;

class RulePacksTest extends ThiDuaTest {

    @Autowired
    private RulePacks packs;

    @Autowired
    private AuditTrail audit;

    private Campaign campaign;

    @BeforeEach
    void adopt() {
        campaign = office.adopt("binh-phuoc", "01/03/2027");
    }

    @ParameterizedTest
    @CsvSource({
        "01/01/2024, nd-98-2023", "30/06/2025, nd-98-2023",
        "01/07/2025, nd-152-2025", "30/09/2026, nd-152-2025",
        "01/10/2026, luat-06-2026", "28/02/2027, luat-06-2026"
    })
    void the_day_of_receipt_decides_which_law_applies(String day, String code) {
        assertThat(packs.inForce("binh-phuoc", date(day))).get().returns(code, RulePack::code);
    }

    @ParameterizedTest
    @CsvSource({"31/12/2023", "01/03/2027", "20/12/2027"})
    void where_no_law_is_in_force_none_is_applied_and_a_ruling_is_asked_for(String day) {
        assertThat(packs.inForce("binh-phuoc", date(day))).isEmpty();
        assertThat(packs.whyNone(date(day))).contains(day, "phải ra quyết định áp dụng");
    }

    @Test
    void limits_are_those_of_decree_152_and_of_decree_98_they_are_not_known() {
        var pack = packs.get("nd-152-2025");

        assertThat(pack.days(Limit.CONSULTATION)).contains(10);
        assertThat(pack.days(Limit.PROVINCE_SUBMISSION)).contains(30);
        assertThat(pack.days(Limit.MINISTRY)).contains(20);
        assertThat(pack.days(Limit.RETURN_UNQUALIFIED)).contains(10);
        assertThat(pack.days(Limit.TELL_RESULT)).contains(10);
        assertThat(pack.days(Limit.DELIVER)).contains(10);
        assertThat(pack.days(Limit.DELIVER_MANY)).contains(20);
        assertThat(pack.days(Limit.RECOVERY)).contains(15);
        assertThat(packs.get("luat-06-2026").limits()).isEqualTo(pack.limits());
        assertThat(packs.get("nd-98-2023").limits()).isEmpty();
        assertThat(packs.get("nd-98-2023").daysInWords(Limit.RECOVERY)).isEqualTo("chưa có dữ liệu");
    }

    @Test
    void the_amended_law_tells_the_officer_to_check_by_hand() {
        assertThat(packs.get("luat-06-2026")).satisfies(pack -> {
            assertThat(pack.textKnown()).isFalse();
            assertThat(pack.note()).contains("chưa có trong hệ thống", "tự đối chiếu");
        });
        assertThat(packs.get("nd-152-2025").textKnown()).isTrue();
        assertThat(packs.get("nd-152-2025")
                        .principle(RulePack.SIX_MONTHS)
                        .orElseThrow()
                        .article())
                .isEqualTo("khoản 9 Điều 33 Nghị định 152/2025/NĐ-CP");
        assertThat(packs.get("nd-98-2023").principle(RulePack.SIX_MONTHS)).isEmpty();
    }

    @Test
    void the_standing_agency_rules_which_pack_applies_after_the_decree_expired() {
        rule("01/03/2027", "31/12/2027", "luat-06-2026");

        assertThat(packs.inForce("binh-phuoc", date("20/12/2027"))).get().returns("luat-06-2026", RulePack::code);
        assertThat(packs.inForce("binh-phuoc", date("01/01/2028"))).isEmpty();
        assertThat(packs.inForce("son-la", date("20/12/2027"))).isEmpty();
        assertThat(packs.rulings("binh-phuoc"))
                .extracting(Ruling::document, Ruling::decidedBy)
                .containsExactly(tuple("99/UBND-NC", "standing-officer"));
        assertThat(audit.of("binh-phuoc")).extracting(AuditEntry::action).contains("rule-pack.ruled");
    }

    @Test
    void nobody_else_rules_and_no_ruling_goes_over_the_law_or_another_ruling() {
        assertThatThrownBy(() -> office.as(
                        "officer",
                        campaign.groupOf("so-khcn"),
                        () -> packs.rule(
                                "binh-phuoc",
                                date("01/03/2027"),
                                date("31/03/2027"),
                                "nd-152-2025",
                                "1/A",
                                date("01/03/2027"),
                                "x")))
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.kind()).isEqualTo(Kind.FORBIDDEN));
        assertThatThrownBy(() -> rule("28/02/2027", "31/12/2027", "nd-152-2025"))
                .hasMessageContaining("có hiệu lực");
        rule("01/03/2027", "30/06/2027", "nd-152-2025");
        assertThatThrownBy(() -> rule("30/06/2027", "31/12/2027", "luat-06-2026"))
                .hasMessageContaining("99/UBND-NC");
        assertThatThrownBy(() -> rule("02/07/2027", "01/07/2027", "nd-152-2025"))
                .hasMessageContaining("Ngày kết thúc");
        assertThatThrownBy(() -> rule("01/07/2027", "02/07/2027", "nd-1")).hasMessageContaining("nd-1");
    }

    @Test
    void an_office_replaces_the_file_beside_the_application(@TempDir Path folder) throws Exception {
        Files.writeString(
                folder.resolve("rule-packs.yaml"),
                "packs:\n  - { code: moi, name: Mới, from: \"01/03/2027\", source: \"Nghị định mới\", textKnown: true, limits: { RECOVERY: 5 } }\n");

        var own = new RulePacks(new LawFiles(folder.toString()), null, null, null, null);

        assertThat(own.all()).extracting(RulePack::code).isEqualTo(List.of("moi"));
        assertThat(own.get("moi").days(Limit.RECOVERY)).contains(5);
        assertThat(own.get("moi").isInForceOn(date("01/01/2031"))).isTrue();
    }

    private void rule(String from, String to, String pack) {
        office.asStandingAgency(
                campaign,
                () -> packs.rule(
                        "binh-phuoc",
                        date(from),
                        date(to),
                        pack,
                        "99/UBND-NC",
                        date("02/03/2027"),
                        "Nghị định 152 hết hiệu lực, chờ nghị định mới"));
    }
}
