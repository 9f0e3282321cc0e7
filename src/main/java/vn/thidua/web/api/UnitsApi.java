package vn.thidua.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import vn.thidua.act.Actor;
import vn.thidua.campaign.Campaigns;
import vn.thidua.document.Workbooks;
import vn.thidua.document.Workbooks.Sheet;
import vn.thidua.organisation.Groups;
import vn.thidua.organisation.Unit;
import vn.thidua.organisation.UnitImport;
import vn.thidua.organisation.UnitLists;
import vn.thidua.organisation.Units;
import vn.thidua.submission.Sight;

@RestController
@RequestMapping("/api/campaigns/{code}/units")
@Tag(name = "Đơn vị", description = "Danh sách đơn vị của phong trào; nạp từ Excel hoặc CSV có xem trước")
class UnitsApi {

    private final Campaigns campaigns;
    private final Units units;
    private final UnitLists lists;
    private final Sight sight;

    UnitsApi(Campaigns campaigns, Units units, UnitLists lists, Sight sight) {
        this.campaigns = campaigns;
        this.units = units;
        this.lists = lists;
        this.sight = sight;
    }

    @GetMapping
    @Operation(
            summary = "Danh sách đơn vị",
            description =
                    "Người của một đơn vị chỉ thấy đơn vị mình; ai thấy toàn bộ tình hình nộp thì thấy toàn bộ danh sách.")
    List<Unit> all(@PathVariable String code) {
        var campaign = campaigns.get(code);
        var all = sight.seesAll(campaign);
        return units.of(code).stream()
                .filter(unit -> all || Actor.current().isIn(Groups.ofUnit(code, unit.code())))
                .toList();
    }

    @GetMapping(path = "/template.xlsx", produces = Downloads.XLSX)
    @Operation(
            summary = "Tệp mẫu để lập danh sách",
            description = "Dòng tên cột, và các nhóm đơn vị kế hoạch nêu ở trang thứ hai.")
    ResponseEntity<byte[]> template(@PathVariable String code) {
        var groups = campaigns.get(code).plan().unitGroups().stream()
                .<List<@Nullable Object>>map(group -> List.of(group.id(), group.name()))
                .toList();
        var sheets = List.of(
                new Sheet("Danh sách đơn vị", UnitLists.HEADS, List.of()),
                new Sheet("Nhóm đơn vị", List.of("Nhóm", "Tên nhóm"), groups));
        return Downloads.of("mau-danh-sach-don-vi-%s.xlsx".formatted(code), Downloads.XLSX, Workbooks.write(sheets));
    }

    @PostMapping(path = "/preview", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(
            summary = "Xem trước khi nạp danh sách",
            description =
                    "Không thay đổi gì; trả về mọi lỗi theo dòng và cột. Chỉ quản trị viên và cơ quan thường trực.")
    UnitImport preview(@PathVariable String code, @RequestPart("file") MultipartFile file) throws IOException {
        var groups = campaigns.get(code).plan().groupIds();
        try (var content = file.getInputStream()) {
            return lists.preview(code, groups, String.valueOf(file.getOriginalFilename()), content);
        }
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(
            summary = "Nạp danh sách đơn vị",
            description =
                    "Nạp trọn tệp hoặc không nạp gì; nạp lại cùng tệp không đổi gì. Chỉ quản trị viên và cơ quan thường trực.")
    UnitImport take(@PathVariable String code, @RequestPart("file") MultipartFile file) throws IOException {
        var groups = campaigns.get(code).plan().groupIds();
        try (var content = file.getInputStream()) {
            return lists.take(code, groups, String.valueOf(file.getOriginalFilename()), content);
        }
    }
}
