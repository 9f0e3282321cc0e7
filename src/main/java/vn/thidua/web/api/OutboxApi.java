package vn.thidua.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.act.Actor;
import vn.thidua.notification.MailState;
import vn.thidua.notification.OutboxView;
import vn.thidua.notification.OutgoingMail;

@RestController
@RequestMapping("/api/outbox")
@Tag(name = "Hộp thư đi", description = "Thư đã gửi, đang chờ và đã ngừng gửi; chỉ quản trị viên")
class OutboxApi {

    @Schema(description = "Một thư, không kèm nội dung")
    record MailSummary(
            long id,
            String recipient,
            String subject,
            MailState state,
            String stateLabel,
            int attempts,
            @Nullable String lastError,
            @Nullable Moment createdAt,
            @Nullable Moment nextAttemptAt,
            @Nullable Moment sentAt) {

        static MailSummary of(OutgoingMail mail) {
            return new MailSummary(
                    mail.id(),
                    mail.recipient(),
                    mail.subject(),
                    mail.state(),
                    mail.state().inWords(),
                    mail.attempts(),
                    mail.lastError(),
                    Moment.of(mail.createdAt()),
                    Moment.of(mail.nextAttemptAt()),
                    Moment.of(mail.sentAt()));
        }
    }

    @Schema(description = "Một thư với nội dung")
    record MailDetail(MailSummary mail, String messageId, String cause, String text, String html) {

        static MailDetail of(OutgoingMail mail) {
            return new MailDetail(MailSummary.of(mail), mail.messageId(), mail.cause(), mail.text(), mail.html());
        }
    }

    private final OutboxView outbox;

    OutboxApi(OutboxView outbox) {
        this.outbox = outbox;
    }

    @GetMapping
    @Operation(summary = "Các thư, mới nhất trước")
    List<MailSummary> newest(
            @RequestParam(required = false) @Nullable MailState state,
            @Parameter(description = "Một phần địa chỉ nhận hoặc tiêu đề") @RequestParam(required = false) @Nullable
                    String containing,
            @Parameter(description = "Chỉ các thư có số nhỏ hơn số này, để xem trang tiếp")
                    @RequestParam(required = false)
                    @Nullable
                    Long before,
            @RequestParam(defaultValue = "50") int size) {
        Actor.current().mustBeAdministrator();
        return outbox.newest(state, containing, before, Pages.size(size)).stream()
                .map(MailSummary::of)
                .toList();
    }

    @GetMapping("/{id}")
    @Operation(summary = "Một thư với nội dung")
    MailDetail one(@PathVariable long id) {
        Actor.current().mustBeAdministrator();
        return MailDetail.of(outbox.mail(id));
    }

    @PostMapping("/{id}/retry")
    @Operation(
            summary = "Gửi lại",
            description = "Thư đang chờ hoặc đã ngừng gửi được gửi lại ngay, đủ số lần thử như mới.")
    MailDetail retry(@PathVariable long id) {
        outbox.retry(id);
        return MailDetail.of(outbox.mail(id));
    }
}
