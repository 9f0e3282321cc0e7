package vn.thidua.council;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import java.time.Instant;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thidua.act.Refusal;
import vn.thidua.appraisal.LetterHeads;
import vn.thidua.calendar.MovableClock;
import vn.thidua.calendar.VietnamTime;
import vn.thidua.campaign.AwardAgency;
import vn.thidua.campaign.AwardRoles;
import vn.thidua.campaign.Campaign;
import vn.thidua.campaign.Campaigns;
import vn.thidua.council.Minutes.Line;
import vn.thidua.document.OfficeLetter;
import vn.thidua.document.OfficeLetter.Signature;
import vn.thidua.document.WordTemplates;
import vn.thidua.nomination.AwardRounds;
import vn.thidua.nomination.Citations;
import vn.thidua.nomination.Citations.Citation;
import vn.thidua.organisation.CouncilMember.Seat;

/** The papers of a sitting as Word, from the office's templates; for those who see the sitting. */
@Component
public class CouncilDocuments {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH 'giờ' mm");
    private static final String BOX = "□";

    private final CouncilSessions sessions;
    private final CouncilSight sight;
    private final AwardRounds rounds;
    private final Campaigns campaigns;
    private final AwardRoles roles;
    private final Citations citations;
    private final WordTemplates word;
    private final MovableClock clock;

    CouncilDocuments(
            CouncilSessions sessions,
            CouncilSight sight,
            AwardRounds rounds,
            Campaigns campaigns,
            AwardRoles roles,
            Citations citations,
            WordTemplates word,
            MovableClock clock) {
        this.sessions = sessions;
        this.sight = sight;
        this.rounds = rounds;
        this.campaigns = campaigns;
        this.roles = roles;
        this.citations = citations;
        this.word = word;
        this.clock = clock;
    }

    /** Giấy mời. @throws Refusal CONFLICT while the agenda isn't set */
    public byte[] invitation(String key) {
        var session = called(key);
        var campaign = campaigns.get(session.campaign());
        var items = sessions.items(key);
        var letter = letter(session, campaign, "GM")
                .with(
                        "subject",
                        "Họp %s, %s"
                                .formatted(
                                        council(campaign),
                                        rounds.get(session.round()).name()))
                .with("addressee", "Các thành viên " + council(campaign))
                .texts(
                        "paragraphs",
                        List.of("Thường trực %s trân trọng kính mời các thành viên Hội đồng dự họp xét khen thưởng:"
                                .formatted(council(campaign))))
                .with(
                        "points",
                        List.of(
                                point(
                                        "1. Thời gian:",
                                        "%s ngày %s (%s)."
                                                .formatted(
                                                        clock(session.heldAt()),
                                                        VietnamTime.date(session.heldOn()),
                                                        VietnamTime.weekday(Objects.requireNonNull(session.heldOn())))),
                                point("2. Địa điểm:", text(session.place())),
                                point("3. Nội dung:", "Xét %d hồ sơ: %s.".formatted(items.size(), byForm(items))),
                                point(
                                        "4. Cách biểu quyết:",
                                        "%s, nhận phiếu đến %s."
                                                .formatted(
                                                        session.modeInWords(),
                                                        VietnamTime.dateTime(session.voteUntil())))))
                .with(
                        "closing",
                        "Thành viên vắng mặt gửi phiếu bằng văn bản về Thư ký Hội đồng trước khi hết giờ nhận phiếu./.")
                .recipients(
                        List.of(
                                "Như trên",
                                LetterHeads.spelledOut(
                                        campaign.plan().authority().name())),
                        "VT")
                .signed(chairSignature(key));
        return word.render("giay-moi", letter.model());
    }

    /** Biên bản, with the votes as far as they may be told. @throws Refusal CONFLICT before the ballots are counted */
    public byte[] minutes(String key) {
        var session = called(key);
        if (!session.isCounted()) {
            throw Refusal.conflict("not-counted", "Phiên họp chưa kiểm phiếu nên chưa lập được biên bản.");
        }
        var campaign = campaigns.get(session.campaign());
        var minutes = sessions.minutes(key);
        var names = citations.of(
                minutes.lines().stream().map(line -> line.item().dossier()).toList());
        var letter = letter(session, campaign, "BB")
                .with("date", OfficeLetter.inWords(Objects.requireNonNull(session.heldOn())))
                .with("subject", "Họp %s, %s".formatted(council(campaign), minutes.roundName()))
                .texts("paragraphs", List.of(opening(session, minutes)))
                .with("members", members(minutes))
                .texts("content", content(session, minutes))
                .with("groups", votes(minutes, names))
                .texts("closing", closing(minutes))
                .with("secretaryName", secretary(minutes))
                .signed(chair(minutes));
        return word.render("bien-ban", letter.model());
    }

    /** Phiếu biểu quyết on paper, without a name where the vote is secret. */
    public byte[] ballot(String key) {
        var session = called(key);
        var campaign = campaigns.get(session.campaign());
        var items = sessions.items(key).stream()
                .filter(item -> item.dropped() == null)
                .toList();
        var names = citations.of(items.stream().map(SessionItem::dossier).toList());
        var groups = new ArrayList<Map<String, Object>>();
        byAward(items).forEach((award, ofForm) -> {
            var rows = new ArrayList<Map<String, Object>>();
            for (var item : ofForm) {
                rows.add(Map.of(
                        "index",
                        String.valueOf(rows.size() + 1),
                        "name",
                        names.get(item.dossier()).nameAndPosition(),
                        "unit",
                        item.unitName(),
                        "yes",
                        BOX,
                        "no",
                        BOX,
                        "other",
                        ""));
            }
            groups.add(Map.of("heading", award, "rows", rows));
        });
        var isOpen = !session.secret();
        var letter = letter(session, campaign, "")
                .with("session", "Phiên họp " + shortKey(session))
                .with("date", OfficeLetter.inWords(Objects.requireNonNull(session.heldOn())))
                .with(
                        "subject",
                        "Xét khen thưởng, " + rounds.get(session.round()).name())
                .with(
                        "member",
                        isOpen
                                ? List.of(Map.of("name", "……………………………………………", "position", "……………………………………………"))
                                : List.of())
                .texts(
                        "paragraphs",
                        List.of(
                                "Với mỗi trường hợp, đánh dấu X vào một ô. Ô để trống hoặc đánh dấu cả hai ô được tính là không có ý kiến. "
                                        + (isOpen ? "Phiếu có ghi tên." : "Phiếu kín, không ghi tên, không ký.")))
                .with("groups", groups)
                .with(
                        "signature",
                        isOpen
                                ? List.of(Map.of(
                                        "place",
                                        LetterHeads.place(campaign),
                                        "date",
                                        OfficeLetter.inWords(session.heldOn())))
                                : List.of());
        return word.render("phieu-bieu-quyet", letter.model());
    }

    private OfficeLetter letter(CouncilSession session, Campaign campaign, String kind) {
        return OfficeLetter.of(LetterHeads.ofCouncil(campaign, council(campaign)), kind, null, null, clock.today());
    }

    private CouncilSession called(String key) {
        var session = sight.see(key);
        if (session.heldOn() == null) {
            throw Refusal.conflict(
                    "no-agenda",
                    "Phiên họp chưa có chương trình. Thư ký Hội đồng lập chương trình trước rồi in giấy tờ.");
        }
        return session;
    }

    private String council(Campaign campaign) {
        return LetterHeads.spelledOut(
                roles.council(campaign).map(AwardAgency::name).orElse("Hội đồng Thi đua - Khen thưởng"));
    }

    private static String opening(CouncilSession session, Minutes minutes) {
        var ended = minutes.endedAt() == null ? "" : " Kết thúc lúc %s.".formatted(minutes.endedAt());
        return "Hồi %s ngày %s, tại %s, Hội đồng họp xét khen thưởng, %s.%s"
                .formatted(
                        minutes.startedAt() == null ? clock(session.heldAt()) : minutes.startedAt(),
                        VietnamTime.date(session.heldOn()),
                        text(session.place()),
                        minutes.roundName(),
                        ended);
    }

    private static List<Map<String, Object>> members(Minutes minutes) {
        var rows = new ArrayList<Map<String, Object>>();
        for (var member : minutes.members()) {
            rows.add(Map.of(
                    "index", String.valueOf(rows.size() + 1),
                    "name", member.name(),
                    "position", seat(member),
                    "presence", member.attendanceInWords()));
        }
        return rows;
    }

    private static String seat(SessionMember member) {
        var seat = member.seat().label();
        return member.position().equalsIgnoreCase(seat) ? seat : "%s, %s".formatted(member.position(), seat);
    }

    private static String sentence(String text) {
        return text.endsWith(".") ? text : text + ".";
    }

    private static List<String> content(CouncilSession session, Minutes minutes) {
        var content = new ArrayList<String>();
        content.add(sentence(minutes.quorumSentence()));
        content.add("%s. %s".formatted(session.modeInWords(), sentence(minutes.baseSentence())));
        if (minutes.postal() > 0)
            content.add("Có %d phiếu của thành viên vắng mặt gửi về.".formatted(minutes.postal()));
        if (minutes.discussion() != null)
            minutes.discussion().lines().filter(line -> !line.isBlank()).forEach(content::add);
        return content;
    }

    private static List<Map<String, Object>> votes(Minutes minutes, Map<String, Citation> names) {
        var groups = new ArrayList<Map<String, Object>>();
        minutes.lines().stream()
                .collect(groupingBy(line -> line.item().award(), LinkedHashMap::new, toList()))
                .forEach((award, lines) -> {
                    var rows = new ArrayList<Map<String, Object>>();
                    for (var line : lines) rows.add(vote(rows.size() + 1, line, names));
                    groups.add(Map.of("heading", award, "rows", rows));
                });
        return groups;
    }

    private static Map<String, Object> vote(int index, Line line, Map<String, Citation> names) {
        var item = line.item();
        var counts = line.tally() == null ? null : line.tally().counts();
        return Map.of(
                "index", String.valueOf(index),
                "name", "%s\n%s".formatted(names.get(item.dossier()).nameAndPosition(), item.unitName()),
                "yes", counts == null ? "–" : String.valueOf(counts.yes()),
                "no", counts == null ? "–" : String.valueOf(counts.no()),
                "abstain", counts == null ? "–" : String.valueOf(counts.abstain()),
                "share", counts == null ? "–" : share(counts),
                "outcome", line.sentence());
    }

    private static String share(Tally.Counts counts) {
        return counts.base() == 0
                ? "–"
                : "%d/%d\n%s"
                        .formatted(
                                counts.yes(),
                                counts.base(),
                                String.format(
                                        Locale.forLanguageTag("vi"), "%.1f%%", counts.yes() * 100.0 / counts.base()));
    }

    private static List<String> closing(Minutes minutes) {
        var closing = new ArrayList<String>();
        for (var line : minutes.lines()) {
            if (line.excluded().isEmpty()) continue;
            closing.add("Không tham gia biểu quyết về %s: %s."
                    .formatted(
                            line.item().nomineeName(),
                            line.excluded().stream()
                                    .map(conflict -> "%s (%s)"
                                            .formatted(
                                                    conflict.memberName(),
                                                    conflict.ground().label().toLowerCase(Locale.ROOT)))
                                    .collect(joining("; "))));
        }
        for (var tie : minutes.ties()) {
            closing.add("Trường hợp ngang nhau được %s quyết định lúc %s: %s."
                    .formatted(tie.settledBy(), VietnamTime.dateTime(tie.settledAt()), tie.reason()));
        }
        if (minutes.conclusion() != null)
            minutes.conclusion().lines().filter(line -> !line.isBlank()).forEach(closing::add);
        closing.add("Biên bản được lập trên hệ thống%s."
                .formatted(minutes.signedAt() == null ? ", chờ ký" : ", ký lúc " + moment(minutes.signedAt())));
        return closing;
    }

    private static String secretary(Minutes minutes) {
        return minutes.members().stream()
                .filter(member -> member.seat() == Seat.SECRETARY)
                .map(SessionMember::name)
                .findFirst()
                .orElse("");
    }

    private static Signature chair(Minutes minutes) {
        return new Signature(
                List.of(
                        minutes.signedPosition() == null
                                ? "CHỦ TRÌ"
                                : minutes.signedPosition().toUpperCase(Locale.forLanguageTag("vi"))),
                minutes.signedBy() == null ? "" : minutes.signedBy());
    }

    private Signature chairSignature(String key) {
        return sessions.members(key).stream()
                .filter(member -> member.seat() == Seat.CHAIR)
                .findFirst()
                .map(member -> new Signature(List.of("TM. HỘI ĐỒNG", "CHỦ TỊCH"), member.name()))
                .orElse(new Signature(List.of("TM. HỘI ĐỒNG", "CHỦ TỊCH"), ""));
    }

    private static Map<String, List<SessionItem>> byAward(List<SessionItem> items) {
        return items.stream().collect(groupingBy(SessionItem::award, LinkedHashMap::new, toList()));
    }

    private static String byForm(List<SessionItem> items) {
        return byAward(items).entrySet().stream()
                .map(each -> "%s: %d".formatted(each.getKey(), each.getValue().size()))
                .collect(joining("; "));
    }

    private static Map<String, Object> point(String label, String text) {
        return Map.of("label", label, "text", text);
    }

    private static String clock(@Nullable LocalTime time) {
        return time == null ? "" : CLOCK.format(time);
    }

    private static String moment(@Nullable Instant at) {
        return VietnamTime.dateTime(at);
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static String shortKey(CouncilSession session) {
        return session.key().substring(session.key().indexOf('/') + 1);
    }
}
