package vn.thidua.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.act.Refusal;
import vn.thidua.calendar.VietnamTime;
import vn.thidua.campaign.Campaigns;
import vn.thidua.campaign.RulePack;
import vn.thidua.campaign.RulePacks;

@RestController
@RequestMapping("/api")
@Tag(
        name = "Quy định áp dụng",
        description = "Luật, nghị định theo ngày tiếp nhận hồ sơ; áp dụng khi không có quy định nào còn hiệu lực")
class RulePacksApi {

    @Schema(description = "Quyết định áp dụng một bộ quy định cho khoảng thời gian không có bộ nào còn hiệu lực")
    record NewRuling(
            @Schema(description = "Hồ sơ tiếp nhận từ ngày, dd/MM/yyyy")
            String from,

            @Schema(description = "Đến hết ngày, dd/MM/yyyy")
            String to,

            @Schema(description = "Mã bộ quy định", example = "nd-152-2025")
            String pack,

            String document,
            @Schema(description = "dd/MM/yyyy") String documentDate,
            String reason) {}

    private final RulePacks packs;
    private final Campaigns campaigns;

    RulePacksApi(RulePacks packs, Campaigns campaigns) {
        this.packs = packs;
        this.campaigns = campaigns;
    }

    @GetMapping("/rule-packs")
    @Operation(summary = "Các bộ quy định", description = "Hiệu lực, nguồn, các thời hạn tính bằng ngày làm việc.")
    List<RulePack> all() {
        return packs.all();
    }

    @GetMapping("/campaigns/{code}/rule-pack-rulings")
    @Operation(summary = "Các quyết định áp dụng của phong trào")
    List<RulePacks.Ruling> rulings(@PathVariable String code) {
        var campaign = campaigns.get(code);
        RoundsApi.mustTakePart(campaign);
        return packs.rulings(campaign.code());
    }

    @PostMapping("/campaigns/{code}/rule-pack-rulings")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Quyết định áp dụng một bộ quy định",
            description = "Chỉ cơ quan thường trực, theo một văn bản.")
    RulePacks.Ruling rule(@PathVariable String code, @RequestBody NewRuling ruling) {
        return packs.rule(
                campaigns.get(code).code(),
                day(ruling.from(), "from"),
                day(ruling.to(), "to"),
                text(ruling.pack()),
                text(ruling.document()),
                day(ruling.documentDate(), "documentDate"),
                text(ruling.reason()));
    }

    private static LocalDate day(@Nullable String text, String field) {
        return VietnamTime.parse(text)
                .orElseThrow(() ->
                        Refusal.invalid("date", field, "Ngày không đúng dạng dd/MM/yyyy. Hãy ghi ví dụ 01/03/2027."));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
