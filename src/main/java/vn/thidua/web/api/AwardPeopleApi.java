package vn.thidua.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.act.Refusal;
import vn.thidua.calendar.VietnamTime;
import vn.thidua.campaign.Campaign;
import vn.thidua.campaign.Campaigns;
import vn.thidua.nomination.DossierSight;
import vn.thidua.organisation.CouncilMember;
import vn.thidua.organisation.CouncilMembers;
import vn.thidua.organisation.Delegation;
import vn.thidua.organisation.Delegations;
import vn.thidua.organisation.Substitution;
import vn.thidua.organisation.Substitutions;

@RestController
@RequestMapping("/api/campaigns/{code}")
@Tag(
        name = "Người làm công tác khen thưởng",
        description = "Thành viên Hội đồng, ủy quyền ký, làm thay; cơ quan thường trực và quản trị viên giữ danh sách")
class AwardPeopleApi {

    @Schema(description = "Thành viên Hội đồng cần ghi")
    record NewMember(
            @Schema(description = "Tài khoản bỏ phiếu trong hệ thống; bỏ trống thì gửi phiếu giấy") @Nullable
            String userId,

            String name,
            String position,
            CouncilMember.Seat seat,

            @Schema(description = "Mã đơn vị của thành viên; hồ sơ của đơn vị đó thành viên không bỏ phiếu") @Nullable
            String unit,

            boolean votes) {}

    @Schema(description = "Giao quyền, ủy quyền ký")
    record NewDelegation(
            String userId,
            String name,
            String position,
            Delegation.Capacity capacity,
            @Schema(description = "Từ ngày, dd/MM/yyyy") String from,

            @Schema(description = "Đến hết ngày, dd/MM/yyyy")
            String to,

            String document,

            @Schema(description = "Ngày văn bản, dd/MM/yyyy")
            String documentDate) {}

    @Schema(description = "Làm thay người vắng")
    record NewSubstitution(
            @Schema(description = "Tài khoản người vắng") String absent,

            @Schema(description = "Tài khoản người làm thay")
            String substitute,

            @Schema(description = "Nhóm của cơ quan hai người cùng thuộc", example = "binh-phuoc.so-noi-vu")
            String group,

            @Schema(description = "Từ ngày, dd/MM/yyyy") String from,

            @Schema(description = "Đến hết ngày, dd/MM/yyyy")
            String to,

            String reason) {}

    private final Campaigns campaigns;
    private final CouncilMembers members;
    private final Delegations delegations;
    private final Substitutions substitutions;
    private final DossierSight sight;

    AwardPeopleApi(
            Campaigns campaigns,
            CouncilMembers members,
            Delegations delegations,
            Substitutions substitutions,
            DossierSight sight) {
        this.campaigns = campaigns;
        this.members = members;
        this.delegations = delegations;
        this.substitutions = substitutions;
        this.sight = sight;
    }

    @GetMapping("/council-members")
    @Operation(summary = "Thành viên Hội đồng")
    List<CouncilMember> members(@PathVariable String code) {
        mustSeeAll(campaigns.get(code));
        return members.of(code);
    }

    @PostMapping("/council-members")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Ghi thành viên Hội đồng")
    CouncilMember appoint(@PathVariable String code, @RequestBody NewMember member) {
        if (member.seat() == null) {
            throw Refusal.invalid("seat", "seat", "Chưa chọn chức danh trong Hội đồng. Hãy chọn một chức danh.");
        }
        return members.appoint(
                campaigns.get(code).code(),
                member.userId(),
                text(member.name()),
                text(member.position()),
                member.seat(),
                member.unit(),
                member.votes());
    }

    @DeleteMapping("/council-members/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Miễn nhiệm thành viên Hội đồng")
    void dismiss(@PathVariable String code, @PathVariable long id) {
        members.dismiss(campaigns.get(code).code(), id);
    }

    @GetMapping("/delegations")
    @Operation(summary = "Các văn bản giao quyền, ủy quyền ký")
    List<Delegation> delegations(@PathVariable String code) {
        mustSeeAll(campaigns.get(code));
        return delegations.of(code);
    }

    @PostMapping("/delegations")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Ghi văn bản giao quyền, ủy quyền ký",
            description = "Cấp phó chỉ ký được trong những ngày này, thể thức KT. hoặc TUQ.")
    Delegation grant(@PathVariable String code, @RequestBody NewDelegation delegation) {
        if (delegation.capacity() == null) {
            throw Refusal.invalid(
                    "capacity", "capacity", "Chưa chọn thể thức ký: KT. (ký thay) hoặc TUQ. (thừa ủy quyền).");
        }
        return delegations.grant(
                campaigns.get(code).code(),
                text(delegation.userId()),
                text(delegation.name()),
                text(delegation.position()),
                delegation.capacity(),
                day(delegation.from(), "from"),
                day(delegation.to(), "to"),
                text(delegation.document()),
                day(delegation.documentDate(), "documentDate"));
    }

    @DeleteMapping("/delegations/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Chấm dứt ủy quyền ngay")
    void revoke(@PathVariable String code, @PathVariable long id) {
        delegations.revoke(campaigns.get(code).code(), id);
    }

    @GetMapping("/substitutions")
    @Operation(summary = "Ai làm thay ai")
    List<Substitution> substitutions(@PathVariable String code) {
        mustSeeAll(campaigns.get(code));
        return substitutions.of(code);
    }

    @PostMapping("/substitutions")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Ghi người làm thay",
            description = "Cơ quan của người vắng, cơ quan thường trực hoặc quản trị viên.")
    Substitution record(@PathVariable String code, @RequestBody NewSubstitution substitution) {
        return substitutions.record(
                campaigns.get(code).code(),
                text(substitution.absent()),
                text(substitution.substitute()),
                text(substitution.group()),
                day(substitution.from(), "from"),
                day(substitution.to(), "to"),
                text(substitution.reason()));
    }

    @DeleteMapping("/substitutions/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Chấm dứt việc làm thay ngay")
    void end(@PathVariable String code, @PathVariable long id) {
        substitutions.end(campaigns.get(code).code(), id);
    }

    private void mustSeeAll(Campaign campaign) {
        if (!sight.seesAll(campaign)) {
            throw Refusal.forbidden("Chỉ các cơ quan tham gia xét khen thưởng của phong trào được xem danh sách này.");
        }
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static LocalDate day(@Nullable String text, String field) {
        return VietnamTime.parse(text)
                .orElseThrow(() ->
                        Refusal.invalid("date", field, "Ngày không đúng dạng dd/MM/yyyy. Hãy ghi ví dụ 05/12/2026."));
    }
}
