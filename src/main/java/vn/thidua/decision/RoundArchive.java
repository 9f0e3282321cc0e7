package vn.thidua.decision;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import vn.thidua.act.Act;
import vn.thidua.act.Actor;
import vn.thidua.act.Refusal;
import vn.thidua.appraisal.AppraisalDocuments;
import vn.thidua.appraisal.AppraisalReports;
import vn.thidua.calendar.MovableClock;
import vn.thidua.calendar.VietnamTime;
import vn.thidua.campaign.AwardProcedure;
import vn.thidua.campaign.AwardProcedures;
import vn.thidua.campaign.AwardRoles;
import vn.thidua.campaign.Campaign;
import vn.thidua.campaign.Campaigns;
import vn.thidua.council.CouncilDocuments;
import vn.thidua.council.CouncilSession;
import vn.thidua.council.CouncilSessions;
import vn.thidua.document.Attachments;
import vn.thidua.document.PdfPrinter;
import vn.thidua.document.Workbooks;
import vn.thidua.nomination.AwardRound;
import vn.thidua.nomination.AwardRounds;
import vn.thidua.nomination.Dossier;
import vn.thidua.nomination.DossierWorkbook;
import vn.thidua.nomination.Dossiers;
import vn.thidua.organisation.Groups;

/**
 * The electronic dossier of a round as one ZIP: every dossier with its files, the papers of appraisal, council and decisions as Word and
 * PDF, lists as Excel, and a table of contents that names each file with its size and SHA-256. Written as it goes, one file in memory.
 */
@Component
public class RoundArchive {

    private static final int LONGEST_NAME = 80;

    private final AwardRounds rounds;
    private final Campaigns campaigns;
    private final AwardRoles roles;
    private final AwardProcedures procedures;
    private final Dossiers dossiers;
    private final DossierWorkbook dossierList;
    private final Attachments attachments;
    private final AppraisalReports appraisals;
    private final AppraisalDocuments appraisalPapers;
    private final CouncilSessions sessions;
    private final CouncilDocuments councilPapers;
    private final Decisions decisions;
    private final SuperiorSubmissions submissions;
    private final DecisionDocuments decisionPapers;
    private final AwardRegister register;
    private final PdfPrinter printer;
    private final MovableClock clock;
    private final ApplicationEventPublisher events;

    RoundArchive(
            AwardRounds rounds,
            Campaigns campaigns,
            AwardRoles roles,
            AwardProcedures procedures,
            Dossiers dossiers,
            DossierWorkbook dossierList,
            Attachments attachments,
            AppraisalReports appraisals,
            AppraisalDocuments appraisalPapers,
            CouncilSessions sessions,
            CouncilDocuments councilPapers,
            Decisions decisions,
            SuperiorSubmissions submissions,
            DecisionDocuments decisionPapers,
            AwardRegister register,
            PdfPrinter printer,
            MovableClock clock,
            ApplicationEventPublisher events) {
        this.rounds = rounds;
        this.campaigns = campaigns;
        this.roles = roles;
        this.procedures = procedures;
        this.dossiers = dossiers;
        this.dossierList = dossierList;
        this.attachments = attachments;
        this.appraisals = appraisals;
        this.appraisalPapers = appraisalPapers;
        this.sessions = sessions;
        this.councilPapers = councilPapers;
        this.decisions = decisions;
        this.submissions = submissions;
        this.decisionPapers = decisionPapers;
        this.register = register;
        this.printer = printer;
        this.clock = clock;
        this.events = events;
    }

    /**
     * The round, if the actor may have all of it: administrators, the standing and the leading agency, the council's secretary, who decides.
     *
     * @throws Refusal NOT_FOUND, FORBIDDEN
     */
    public AwardRound open(String key) {
        var round = rounds.get(key);
        var campaign = campaigns.get(round.campaign());
        var actor = Actor.current();
        var having = Stream.of(
                campaign.standingAgencyGroup(),
                roles.leadGroup(campaign),
                Groups.ofSecretary(campaign.code()),
                roles.decider(campaign).group());
        if (actor.isAdministrator() || having.anyMatch(actor::isIn)) return round;
        throw Refusal.forbidden(
                "Chỉ cơ quan thường trực, cơ quan chủ trì, thư ký Hội đồng và người quyết định được tải toàn bộ hồ sơ của đợt xét.");
    }

    /** Writes the archive; the stream stays open. @throws Refusal as {@link #open}, before anything is written */
    public void write(String key, OutputStream into) throws IOException {
        var round = open(key);
        var campaign = campaigns.get(round.campaign());
        events.publishEvent(Act.of(
                "round.archived",
                round.campaign(),
                null,
                key,
                null,
                Map.of("state", round.state().name())));
        var archive = new Archive(into);
        archive.put("01 Danh sách hồ sơ.xlsx", "Danh sách hồ sơ của đợt xét", dossierList.of(key));
        var submitted = dossiers.of(key).stream()
                .filter(dossier -> dossier.version() > 0)
                .toList();
        if (!appraisals.ofRound(key).isEmpty()) {
            archive.paper("02 Thẩm định/Báo cáo thẩm định", "Báo cáo thẩm định", appraisalPapers.roundReport(key));
        }
        for (var dossier : submitted) dossier(dossier, campaign, archive);
        for (var session : sessions.of(key)) council(session, archive);
        for (var decision : decisions.of(key)) decision(decision, archive);
        for (var submission : submissions.of(key)) {
            archive.paper(
                    "06 Trình cấp trên/%s Tờ trình".formatted(shortKey(submission.key())),
                    submission.title(),
                    decisionPapers.superiorSubmissionLetter(submission));
            archive.paper(
                    "06 Trình cấp trên/%s Công văn".formatted(shortKey(submission.key())),
                    submission.title(),
                    decisionPapers.superiorLetter(submission));
        }
        archive.close(round);
    }

    private void dossier(Dossier dossier, Campaign campaign, Archive archive) throws IOException {
        var folder = "03 Hồ sơ/%s %s/".formatted(shortKey(dossier.number()), safe(dossier.nomineeName()));
        var names = procedures.of(campaign, dossier.form()).components();
        for (var component : dossiers.content(dossier.number()).components().entrySet()) {
            for (var file : attachments.describe(component.getValue())) {
                archive.put(
                        folder + safe(component.getKey()) + " " + safe(file.name()),
                        componentName(names, component.getKey()),
                        attachments.content(file.id()));
            }
        }
        if (dossier.receivedAt() == null) return;
        archive.paper(
                folder + "Báo cáo thẩm định",
                "Báo cáo thẩm định hồ sơ " + shortKey(dossier.number()),
                appraisalPapers.report(dossier.number()));
        for (var opinion : appraisals.of(dossier.number()).opinions()) {
            archive.paper(
                    folder + "Ý kiến " + safe(opinion.agencyName()),
                    "Ý kiến của " + opinion.agencyName(),
                    appraisalPapers.opinionSheet(dossier.number(), opinion.agency()));
        }
    }

    private static String componentName(List<AwardProcedure.Component> components, String id) {
        return components.stream()
                .filter(component -> component.id().equals(id))
                .map(AwardProcedure.Component::name)
                .findFirst()
                .orElse(id);
    }

    private void council(CouncilSession session, Archive archive) throws IOException {
        if (session.heldOn() == null) return;
        var folder = "04 Hội đồng/%s ".formatted(shortKey(session.key()));
        archive.paper(folder + "Giấy mời", "Giấy mời họp Hội đồng", councilPapers.invitation(session.key()));
        if (session.isCounted()) {
            archive.paper(folder + "Biên bản", "Biên bản họp Hội đồng", councilPapers.minutes(session.key()));
        }
    }

    private void decision(AwardDecision decision, Archive archive) throws IOException {
        if (decision.state() == AwardDecision.State.EMPTY) return;
        var folder = "05 Quyết định/%s ".formatted(shortKey(decision.key()));
        archive.paper(folder + "Tờ trình", "Tờ trình: " + decision.title(), decisionPapers.submissionLetter(decision));
        archive.paper(folder + "Quyết định", decision.title(), decisionPapers.decision(decision));
        if (decision.issuedAt() != null) {
            archive.put(
                    folder + "Sổ vàng.xlsx",
                    "Các mục trong sổ vàng theo quyết định",
                    RegisterWorkbook.workbook(register.ofDecision(decision.id())));
        }
    }

    /** What is in the archive, for its table of contents. */
    private record Content(String path, String what, long size, String sha256) {}

    private final class Archive {

        private final ZipOutputStream zip;
        private final List<Content> contents = new ArrayList<>();
        private final Set<String> taken = new HashSet<>();

        Archive(OutputStream into) {
            zip = new ZipOutputStream(into, UTF_8);
        }

        void paper(String path, String what, byte[] docx) throws IOException {
            put(path + ".docx", what + " (Word)", docx);
            put(path + ".pdf", what + " (PDF)", printer.pdf(docx));
        }

        void put(String wanted, String what, byte[] content) throws IOException {
            var path = free(wanted);
            write(path, content);
            contents.add(new Content(path, what, content.length, sha256(content)));
        }

        private void write(String path, byte[] content) throws IOException {
            zip.putNextEntry(new ZipEntry(path));
            zip.write(content);
            zip.closeEntry();
        }

        private String free(String wanted) {
            var dot = wanted.lastIndexOf('.');
            var path = wanted;
            for (int i = 2; !taken.add(path); i++) {
                path = "%s (%d)%s".formatted(wanted.substring(0, dot), i, wanted.substring(dot));
            }
            return path;
        }

        void close(AwardRound round) throws IOException {
            write(
                    "00 Mục lục.xlsx",
                    Workbooks.write(List.of(new Workbooks.Sheet(
                            "Mục lục",
                            List.of("TT", "Tệp", "Nội dung", "Dung lượng (byte)", "SHA-256"),
                            contents.stream().map(this::row).toList()))));
            write("00 Mục lục.html", page(round).getBytes(UTF_8));
            zip.finish();
        }

        private List<@Nullable Object> row(Content content) {
            return List.of(
                    contents.indexOf(content) + 1, content.path(), content.what(), content.size(), content.sha256());
        }

        private String page(AwardRound round) {
            var page = new StringBuilder("""
                    <!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Mục lục</title>
                    <style>body{font:14px/1.5 "Times New Roman",serif;margin:2em}table{border-collapse:collapse}
                    td,th{border:1px solid #999;padding:.2em .5em;text-align:left;vertical-align:top}code{font-size:11px}</style></head><body>
                    """);
            page.append("<h1>Mục lục hồ sơ điện tử</h1><p>%s<br>%s<br>Lập lúc %s, gồm %d tệp.</p><table><thead><tr>"
                    .formatted(
                            escaped(campaigns.get(round.campaign()).name()),
                            escaped("%s (%s), trạng thái: %s"
                                    .formatted(
                                            round.name(),
                                            round.key(),
                                            round.state().label())),
                            VietnamTime.dateTime(clock.instant()),
                            contents.size()));
            page.append(
                    "<th>TT</th><th>Tệp</th><th>Nội dung</th><th>Dung lượng (byte)</th><th>SHA-256</th></tr></thead><tbody>");
            for (int i = 0; i < contents.size(); i++) {
                var content = contents.get(i);
                page.append(
                        "<tr><td>%d</td><td><a href=\"%s\">%s</a></td><td>%s</td><td>%d</td><td><code>%s</code></td></tr>%n"
                                .formatted(
                                        i + 1,
                                        escaped(linked(content.path())),
                                        escaped(content.path()),
                                        escaped(content.what()),
                                        content.size(),
                                        content.sha256()));
            }
            return page.append("</tbody></table></body></html>").toString();
        }
    }

    private static String linked(String path) {
        return URLEncoder.encode(path, UTF_8).replace("+", "%20").replace("%2F", "/");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String shortKey(String key) {
        return key.substring(key.lastIndexOf('/') + 1);
    }

    /** A part of a path on every system. */
    private static String safe(String name) {
        var cleaned = name.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_")
                .replaceAll("^\\.+", "")
                .strip();
        if (cleaned.length() <= LONGEST_NAME) return cleaned;
        var dot = cleaned.lastIndexOf('.');
        var ending = dot > cleaned.length() - 6 ? cleaned.substring(dot) : "";
        return cleaned.substring(0, LONGEST_NAME - ending.length()).strip() + ending;
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
