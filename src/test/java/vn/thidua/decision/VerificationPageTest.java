package vn.thidua.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.campaign.CampaignPlan.AwardForm.BK_TINH;
import static vn.thidua.campaign.CampaignPlan.Occasion.ANNUAL;
import static vn.thidua.campaign.NomineeKind.INDIVIDUAL;
import static vn.thidua.support.Office.unit;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What anybody who scans a certificate learns, without signing in. */
class VerificationPageTest extends DecisionTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Certificates certificates;

    private HttpResponse<String> look(String path) {
        try {
            return HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://localhost:%d%s".formatted(port, path)))
                                    .build(),
                            BodyHandlers.ofString());
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Test
    void name_unit_award_and_status_and_nothing_else() {
        office.adopt("binh-phuoc", "01/12/2026", unit("so-tai-chinh", "Sở Tài chính", "so-ban-nganh"));
        var round = round("binh-phuoc", ANNUAL, 2026, BK_TINH);
        voted(round, "so-tai-chinh", "Nguyễn Thị Ánh", BK_TINH, INDIVIDUAL);
        var decision = awarded(round);
        var certificate = certificates.ofDecision(decision.id()).get(0);

        var page = look("/xac-minh/" + certificate.code());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("có hiệu lực", "Nguyễn Thị Ánh", "Sở Tài chính", "Bằng khen của Chủ tịch UBND tỉnh")
                .doesNotContain("HS-T-", "SV-2026", "QĐ-UBND", "3.790", "3.800", "binh-phuoc");
        assertThat(page.headers().firstValue("X-Robots-Tag"))
                .hasValueSatisfying(tag -> assertThat(tag).contains("noindex"));
        assertThat(page.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(kept -> assertThat(kept).contains("no-store"));

        sql.sql("update certificate set status = 'REVOKED' where code = ?")
                .param(certificate.code())
                .update();
        assertThat(look("/xac-minh/" + certificate.code()).body())
                .contains("đã bị hủy bỏ, thu hồi")
                .doesNotContain("Bằng này");
        sql.sql("update certificate set status = 'REISSUED' where code = ?")
                .param(certificate.code())
                .update();
        assertThat(look("/xac-minh/" + certificate.code()).body()).contains("đã được cấp đổi, cấp lại bằng bản khác");
    }

    @Test
    void a_code_nobody_was_given_is_answered_clearly_whatever_it_looks_like() {
        for (var code : new String[] {"AAAAAAAAAAAAAAAAAAAAAA", "x", "%27or%201=1", "..%2e", "A".repeat(300)}) {
            var page = look("/xac-minh/" + code);
            assertThat(page.statusCode()).as(code).isBetween(400, 404);
        }
        assertThat(look("/xac-minh/AAAAAAAAAAAAAAAAAAAAAA").body())
                .contains("Không có Bằng khen, Giấy khen nào ứng với mã này")
                .doesNotContain("Exception");
        assertThat(look("/xac-minh").statusCode()).isEqualTo(200);
    }
}
