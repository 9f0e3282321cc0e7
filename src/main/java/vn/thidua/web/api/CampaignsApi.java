package vn.thidua.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.act.Refusal;
import vn.thidua.campaign.Campaigns;
import vn.thidua.web.api.CampaignViews.CampaignDetail;
import vn.thidua.web.api.CampaignViews.CampaignSummary;

/** Plans are public documents: whoever is signed in reads them. */
@RestController
@RequestMapping("/api/campaigns")
@Tag(name = "Phong trào", description = "Các phong trào, kế hoạch đang có hiệu lực và văn bản nguồn")
class CampaignsApi {

    private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

    private final Campaigns campaigns;

    CampaignsApi(Campaigns campaigns) {
        this.campaigns = campaigns;
    }

    @GetMapping
    @Operation(summary = "Danh sách phong trào")
    List<CampaignSummary> all() {
        return campaigns.all().stream().map(CampaignSummary::of).toList();
    }

    @GetMapping("/{code}")
    @Operation(
            summary = "Một phong trào",
            description =
                    "Kế hoạch đang có hiệu lực với mục và trích dẫn của từng dòng, các điểm bỏ ngỏ kèm quyết định, các lần sửa đổi.")
    CampaignDetail one(@PathVariable String code) {
        return CampaignDetail.of(campaigns.get(code));
    }

    @GetMapping(path = "/{code}/source", produces = "text/plain;charset=UTF-8")
    @Operation(summary = "Văn bản nguồn của kế hoạch", description = "Văn bản mà mọi trích dẫn lấy từ đó.")
    ResponseEntity<String> source(@PathVariable String code) {
        campaigns.get(code);
        return ResponseEntity.ok().contentType(TEXT).body(campaigns.sourceText(code));
    }

    @GetMapping(path = "/{code}/scan", produces = "text/plain;charset=UTF-8")
    @Operation(
            summary = "Văn bản quét thô",
            description = "Chỉ có khi văn bản nguồn là bản chép lại đã sửa lỗi của một bản quét khó đọc.")
    ResponseEntity<String> scan(@PathVariable String code) {
        campaigns.get(code);
        var text = campaigns
                .scanText(code)
                .orElseThrow(() -> Refusal.notFound("Phong trào \"%s\" không có bản quét thô.".formatted(code)));
        return ResponseEntity.ok().contentType(TEXT).body(text);
    }
}
