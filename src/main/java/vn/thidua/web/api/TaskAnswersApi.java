package vn.thidua.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.process.TaskAnswers;

@RestController
@RequestMapping("/api/tasks")
@Tag(name = "Công việc")
class TaskAnswersApi {

    private final TaskAnswers answers;

    TaskAnswersApi(TaskAnswers answers) {
        this.answers = answers;
    }

    @PostMapping("/{taskId}/completion")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Hoàn thành công việc",
            description =
                    "Nội dung là câu trả lời như biểu mẫu trong Tasklist gửi, ví dụ {\"decision\":\"RECEIVE\"}; được kiểm tra như nhau. "
                            + "Bị từ chối thì công việc vẫn chờ.")
    void complete(@PathVariable String taskId, @RequestBody JsonNode answer) {
        answers.complete(taskId, answer);
    }
}
