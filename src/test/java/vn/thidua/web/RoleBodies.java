package vn.thidua.web;

import static vn.thidua.support.Office.unit;
import static vn.thidua.web.RoleScene.DRAFT_MARK;
import static vn.thidua.web.RoleScene.REPORT;
import static vn.thidua.web.RoleScene.UNIT_MARK;
import static vn.thidua.web.RoleScene.account;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import vn.thidua.support.Office;
import vn.thidua.web.Caller.Body;

/** What the table's operations send along, by name. */
final class RoleBodies {

    private static final String DECISION =
            "{\"documentNumber\":\"125/SNV-TĐKT\",\"documentDate\":\"05/11/2026\",\"reason\":\"Theo văn bản 125\"}";

    private RoleBodies() {}

    /** @param role who sends it */
    static @Nullable Body of(String name, String role) {
        return switch (name) {
            case "" -> null;
            case "nothing" -> Body.json("{}");
            case "draft" ->
                Body.json("{\"documentNumber\":\"12/BC\",\"documentDate\":\"11/11/2026\",\"signer\":\"Nguyễn Văn A\","
                        + "\"summary\":\"Kết quả " + DRAFT_MARK + "\",\"figures\":{},\"alsoToOthers\":false}");
            case "file" -> Body.file("files", DRAFT_MARK + "-2.pdf", Office.pdf());
            case "content" -> Body.file("content", "x.exe", new byte[] {'M', 'Z'});
            case "units" -> Body.file("file", "units.csv", units());
            case "deadline" -> Body.json("{\"reason\":\"Chưa có chữ ký\",\"newDeadline\":\"30/11/2026\"}");
            case "extension" -> Body.json("{\"reason\":\"Bão số 12\",\"newDeadline\":\"15/12/2026\"}");
            case "before" -> Body.json("{\"submittedOn\":\"20/06/2025\"}");
            case "decision" -> Body.json(DECISION);
            case "amendment" -> Body.json(DECISION.replace("{", "{\"aspect\":\"OTHER\","));
            case "holiday" ->
                Body.json("{\"name\":\"Nghỉ bù\",\"kind\":\"OFF\",\"state\":\"EXPECTED\",\"source\":\"Công văn 1\"}");
            case "query" -> Body.json("{\"processInstanceBusinessKey\":\"%s\"}".formatted(REPORT));
            case "myself" -> Body.json("{\"userId\":\"%s\"}".formatted(account(role)));
            case "other" -> Body.json("{\"userId\":\"%s\"}".formatted(account("other")));
            case "link" -> Body.json("{\"groupId\":\"son-la.unit.so-tai-chinh\",\"type\":\"candidate\"}");
            case "error" -> Body.json("{\"errorCode\":\"E\"}");
            case "escalation" -> Body.json("{\"escalationCode\":\"E\"}");
            case "value" -> Body.json("{\"value\":\"son-la.unit.so-tai-chinh\",\"type\":\"String\"}");
            case "steering" -> Body.json("{\"variables\":{\"ownerGroup\":{\"value\":\"son-la.unit.so-tai-chinh\"}}}");
            case "variables" -> Body.json("{\"variables\":{\"decision\":{\"value\":\"ACCEPT\"}}}");
            case "accept" -> Body.json("{\"variables\":{\"decision\":{\"value\":\"ACCEPT\"}}}");
            case "foreign" -> Body.json("{\"variables\":{\"undeclared\":{\"value\":1}}}");
            case "instructions" ->
                Body.json("{\"instructions\":[{\"type\":\"cancel\",\"activityId\":\"SubProcess_EachAddressee\"}]}");
            case "modification" ->
                Body.json("{\"modifications\":{\"ownerGroup\":{\"value\":\"son-la.unit.so-tai-chinh\"}}}");
            case "suspended" -> Body.json("{\"suspended\":true}");
            case "group" -> Body.json("{\"id\":\"intruders\",\"name\":\"x\"}");
            case "form-login" -> Body.form("username=%s&password=no".formatted(account("unit")));
            case "named" -> Body.json("{\"name\":\"x\"}");
            case "comment" -> Body.json("{\"message\":\"x\"}");
            case "list" -> Body.json("{\"resourceType\":\"Task\",\"name\":\"x\",\"query\":{}}");
            case "last-number" -> Body.json("{\"kind\":\"DECISION\",\"number\":700,\"date\":\"13/11/2026\"}");
            case "form-last-number" -> Body.form("kind=DECISION&number=800&date=13%2F11%2F2026");
            case "overprint" ->
                Body.json(
                        "{\"width\":297,\"height\":210,\"shiftRight\":0,\"shiftDown\":0,\"fields\":[{\"id\":\"name\",\"left\":37,"
                                + "\"top\":93,\"width\":223,\"height\":22,\"align\":\"CENTER\",\"size\":28,\"bold\":true,\"italic\":false}]}");
            case "form-overprint" ->
                Body.form(
                        "width=297&height=210&shiftRight=0&shiftDown=0&id=name&name.used=1&name.left=37&name.top=93&name.width=223"
                                + "&name.height=22&name.align=CENTER&name.size=28");
            case "message" -> Body.json("{\"messageName\":\"duty.ended\",\"businessKey\":\"%s\"}".formatted(REPORT));
            case "signal" -> Body.json("{\"name\":\"x\"}");
            case "grant" ->
                Body.json(
                        "{\"type\":1,\"permissions\":[\"ALL\"],\"userId\":\"%s\",\"resourceType\":7,\"resourceId\":\"*\"}"
                                .formatted(account(role)));
            case "check" -> Body.json("{\"username\":\"%s\",\"password\":\"no\"}".formatted(account("unit")));
            case "person" ->
                Body.json("{\"profile\":{\"id\":\"intruder\",\"firstName\":\"x\",\"lastName\":\"y\",\"email\":\"\"},"
                        + "\"credentials\":{\"password\":\"%s\"}}".formatted(Caller.PASSWORD));
            case "password" ->
                Body.json("{\"password\":\"%1$s\",\"authenticatedUserPassword\":\"%1$s\"}".formatted(Caller.PASSWORD));
            case "profile" ->
                Body.json("{\"id\":\"%s\",\"firstName\":\"x\",\"lastName\":\"y\",\"email\":\"x@thidua.example\"}"
                        .formatted(account("unit")));
            case "form-withdrawal" -> Body.form("addressee=so-noi-vu");
            case "form-extension" ->
                Body.form("addressee=so-noi-vu&newDeadline=20%2F12%2F2026&reason=Ch%E1%BB%9D+s%E1%BB%91+li%E1%BB%87u");
            case "form-before" -> Body.form("addressee=so-noi-vu&submittedOn=19%2F06%2F2025");
            case "form-amendment" ->
                Body.form(
                        "noi-dung=OTHER&documentNumber=125%2FSNV&documentDate=05%2F11%2F2026&reason=Giao+th%C3%AAm+vi%E1%BB%87c");
            case "form-member" -> Body.form("name=x&position=y&seat=MEMBER&votes=true");
            case "form-nobody" -> Body.form("id=0");
            case "form-delegate" -> Body.form("userId=nobody&from=01%2F12%2F2026&to=31%2F12%2F2026");
            case "form-law" ->
                Body.form("pack=nd-152-2025&from=01%2F03%2F2027&to=31%2F12%2F2027&document=9%2FUBND"
                        + "&documentDate=05%2F11%2F2026&reason=x");
            case "round" -> Body.json("{\"occasion\":\"AD_HOC\",\"year\":2025,\"name\":\"x\"}");
            case "cancellation" -> Body.json("{\"reason\":\"Thiên tai\",\"document\":\"12/UBND\"}");
            case "late" -> Body.json("{\"unit\":\"so-y-te\",\"reason\":\"Bão số 12\"}");
            case "window" ->
                Body.json("{\"closesOn\":\"05/12/2026\",\"document\":\"12/UBND\",\"reason\":\"Bão số 12\"}");
            case "nominee" -> Body.json("{\"kind\":\"INDIVIDUAL\",\"isNew\":false,\"name\":\"Không Ai Cả\"}");
            case "nomination" ->
                Body.json(
                        "{\"form\":\"BK_TINH\",\"kind\":\"INDIVIDUAL\",\"otherSubject\":false,\"managedByPartyCommittee\":false,"
                                + "\"nominee\":{\"kind\":\"INDIVIDUAL\",\"isNew\":true,\"name\":\"Hoàng Văn %s\"}}"
                                        .formatted(role));
            case "component" -> Body.file("file", "to-trinh.pdf", Office.pdf());
            case "list-file" -> Body.file("list", "danh-sach.xlsx", Office.pdf());
            case "reason" -> Body.json("{\"reason\":\"Đơn vị đề nghị\"}");
            case "hold" -> Body.json("{\"kind\":\"COMPLAINT\",\"reason\":\"Có đơn khiếu nại\"}");
            case "conclusion" -> Body.json("{\"reason\":\"Có vi phạm\",\"document\":\"12/KL\"}");
            case "consultation" ->
                Body.json(
                        "{\"kind\":\"MINISTRY\",\"to\":\"Bộ Y tế\",\"sentOn\":\"12/11/2026\",\"document\":\"15/UBND\"}");
            case "declaration" -> Body.json("{\"dossier\":\"son-la/HS-2026-00001\",\"reason\":\"Người thân\"}");
            case "member" -> Body.json("{\"name\":\"x\",\"position\":\"y\",\"seat\":\"MEMBER\",\"votes\":true}");
            case "delegation" ->
                Body.json(
                        "{\"userId\":\"nobody\",\"name\":\"x\",\"position\":\"y\",\"capacity\":\"KT\",\"from\":\"01/12/2026\","
                                + "\"to\":\"31/12/2026\",\"document\":\"9/UBND\",\"documentDate\":\"05/11/2026\"}");
            case "substitution" ->
                Body.json(
                        "{\"absent\":\"nobody\",\"substitute\":\"nobody-2\",\"group\":\"son-la.so-noi-vu\",\"from\":\"01/12/2026\","
                                + "\"to\":\"31/12/2026\",\"reason\":\"Nghỉ phép\"}");
            case "law" ->
                Body.json(
                        "{\"from\":\"01/01/2028\",\"to\":\"31/12/2028\",\"pack\":\"nd-152-2025\",\"document\":\"9/UBND\","
                                + "\"documentDate\":\"05/11/2026\",\"reason\":\"x\"}");
            case "superior" -> Body.json("{\"superiorCampaign\":\"binh-phuoc\",\"unitThere\":\"so-y-te\"}");
            case "revocation" -> Body.json("{\"kind\":\"REVOKE\",\"reason\":\"Khai man thành tích\"}");
            case "reopening" ->
                Body.json("{\"document\":\"9/UBND\",\"documentDate\":\"05/11/2026\",\"reason\":\"Cho dùng lại\"}");
            case "merger" ->
                Body.json("{\"kept\":\"00000000-0000-0000-0000-000000000000\",\"reason\":\"Là một người\"}");
            case "receipt" -> Body.json("{\"decision\":\"RETURN\"}");
            case "form-round" -> Body.form("occasion=AD_HOC&year=2026&name=x");
            case "form-nominee" ->
                Body.form("kind=INDIVIDUAL&name=%s&birthDate=01%%2F01%%2F1990&form=BK_TINH".formatted(role));
            case "form-reason" -> Body.form("reason=x");
            case "form-window" -> Body.form("closesOn=01%2F12%2F2026&document=x&reason=x");
            case "form-cancel" -> Body.form("document=x&reason=x");
            case "form-hold" -> Body.form("kind=COMPLAINT&reason=x");
            case "form-conclusion" -> Body.form("document=x&reason=x");
            case "form-merge" -> Body.form("kept=00000000-0000-0000-0000-000000000000&reason=x");
            case "form-revocation" -> Body.form("kind=REVOKE&reason=x");
            case "no-list" -> Body.file("file", "danh-sach.xlsx", Office.pdf());
            case "form-import" -> Body.form("sha256=0");
            case "form-holiday" -> Body.form("day=04%2F03%2F2027&name=x&kind=OFF&state=EXPECTED&source=x");
            case "form-day" -> Body.form("day=04%2F03%2F2027");
            default -> throw new IllegalArgumentException("There is no body called " + name);
        };
    }

    private static byte[] units() {
        return ("code,name,group,level,parent,emails,founded,closed,successor\n"
                        + unit("so-y-te", "Sở Y tế " + UNIT_MARK, "so-ban-nganh") + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}
