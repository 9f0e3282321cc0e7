package vn.thidua.cockpit;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.act.Actor;
import vn.thidua.act.Refusal;

/** What the plugin shows, as data; every call is refused as FORBIDDEN to all but administrators. */
@RestController
@RequestMapping("/api/cockpit")
@Tag(name = "Giám sát")
class CockpitApi {

    private final Overviews overviews;
    private final Instances instances;

    CockpitApi(Overviews overviews, Instances instances) {
        this.overviews = overviews;
        this.instances = instances;
    }

    @GetMapping("/overview")
    @Operation(summary = "Tình hình các phong trào, thư đi và sự cố")
    Overview overview() {
        Actor.current().mustBeAdministrator();
        return overviews.now();
    }

    /** @throws Refusal NOT_FOUND when there is no such process instance */
    @GetMapping("/process-instances/{id}/timers")
    @Operation(summary = "Các hẹn giờ của một phiên bản quy trình")
    List<InstanceTimer> timers(@PathVariable String id) {
        Actor.current().mustBeAdministrator();
        return instances.timers(id);
    }

    /** @throws Refusal NOT_FOUND when there is no such process instance */
    @GetMapping("/process-instances/{id}/history")
    @Operation(summary = "Các bước đã qua của một phiên bản quy trình và nhật ký của đối tượng mà nó xử lý")
    InstanceHistory history(@PathVariable String id) {
        Actor.current().mustBeAdministrator();
        return instances.history(id);
    }
}
