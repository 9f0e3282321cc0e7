package vn.thidua.decision;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thidua.appraisal.LetterHeads;
import vn.thidua.campaign.Campaign;
import vn.thidua.campaign.CampaignPlan.AwardForm;
import vn.thidua.campaign.CampaignPlan.Occasion;
import vn.thidua.campaign.Campaigns;
import vn.thidua.campaign.NomineeKind;
import vn.thidua.document.OfficeLetter;
import vn.thidua.document.VerificationAddress;
import vn.thidua.nomination.Citations;
import vn.thidua.nomination.Citations.Citation;
import vn.thidua.nomination.NomineeEntry;

/** What stands on the certificates of a decision. */
@Component
class CertificateModels {

    private final AwardRegister register;
    private final Certificates certificates;
    private final Citations citations;
    private final Campaigns campaigns;
    private final VerificationAddress address;

    CertificateModels(
            AwardRegister register,
            Certificates certificates,
            Citations citations,
            Campaigns campaigns,
            VerificationAddress address) {
        this.register = register;
        this.certificates = certificates;
        this.citations = citations;
        this.campaigns = campaigns;
        this.address = address;
    }

    /**
     * One certificate to be printed.
     *
     * @param texts by the key of the template
     * @param url for the QR code
     */
    record Sheet(String template, RegisterEntry entry, Map<String, String> texts, String url) {

        static final String QR_CODE = "qr";
        /** What differs from one certificate of a decision to the next. */
        static final Set<String> DIFFERING = Set.of("name", "position", "achievement", "register", "certificate");

        /** What all certificates of the decision have in common. */
        Map<String, Object> common() {
            var common = new LinkedHashMap<String, Object>(texts);
            common.keySet().removeAll(DIFFERING);
            return common;
        }

        Map<String, String> differing() {
            var differing = new LinkedHashMap<>(texts);
            differing.keySet().retainAll(DIFFERING);
            differing.put(QR_CODE, url);
            return differing;
        }

        /** By the fields of an overprint. */
        Map<String, String> fields() {
            var fields = new LinkedHashMap<String, String>();
            for (var same : List.of("name", "position", "achievement", "signerTitle", "signerName")) {
                fields.put(same, texts.get(same));
            }
            fields.put("decision", "Quyết định số %s\n%s".formatted(texts.get("decision"), texts.get("decisionDate")));
            fields.put("register", "Vào sổ vàng số " + texts.get("register"));
            fields.put("date", "%s, %s".formatted(texts.get("place"), texts.get("date")));
            fields.put("qr", url);
            return fields;
        }
    }

    /** The valid certificates of forms that are printed here, in the order of the list; a fixed number of statements. */
    List<Sheet> of(AwardDecision decision) {
        var entries = register.ofDecision(decision.id());
        var valid = certificates.ofDecision(decision.id()).stream()
                .collect(toMap(Certificate::register, certificate -> certificate));
        var cited = citations.of(entries.stream().map(RegisterEntry::dossier).toList());
        var campaign = campaigns.get(decision.campaign());
        return entries.stream()
                .filter(entry -> template(entry.form()).isPresent() && valid.containsKey(entry.key()))
                .map(entry -> sheet(decision, campaign, entry, valid.get(entry.key()), cited.get(entry.dossier())))
                .toList();
    }

    /** Flags and what a superior gives are made elsewhere. */
    static Optional<String> template(AwardForm form) {
        return switch (form) {
            case BK_TINH -> Optional.of("bang-khen");
            case GK -> Optional.of("giay-khen");
            case BK_TTG, CO_TINH, CO_CP, HCLD -> Optional.empty();
        };
    }

    private Sheet sheet(
            AwardDecision decision,
            Campaign campaign,
            RegisterEntry entry,
            Certificate certificate,
            @Nullable Citation citation) {
        var url = address.of(certificate.code());
        var number = Objects.requireNonNull(decision.number());
        var date = OfficeLetter.inWords(number.date());
        var signed = Objects.requireNonNull(decision.signature());
        var texts = new LinkedHashMap<String, String>();
        texts.put("authority", LetterHeads.spelledOut(entry.authority()));
        texts.put("name", addressed(entry, citation));
        texts.put("position", position(entry, citation));
        texts.put("achievement", achievement(campaign, entry));
        texts.put("decision", number.text());
        texts.put("decisionDate", date);
        texts.put("register", "%05d/%d".formatted(entry.number(), entry.year()));
        texts.put("certificate", certificate.numberText());
        texts.put("verification", address.shown());
        texts.put("place", LetterHeads.place(campaign));
        texts.put("date", date);
        texts.put("signerTitle", String.join("\n", signed.lines()));
        texts.put("signerName", signed.name());
        return new Sheet(template(entry.form()).orElseThrow(), entry, texts, url);
    }

    private static String addressed(RegisterEntry entry, @Nullable Citation citation) {
        if (entry.kind() == NomineeKind.HOUSEHOLD
                && !entry.name().toLowerCase(Locale.ROOT).startsWith("hộ")) {
            return "Hộ gia đình " + entry.name();
        }
        if (entry.kind() != NomineeKind.INDIVIDUAL || citation == null || citation.female() == null)
            return entry.name();
        return (citation.female() ? "Bà " : "Ông ") + entry.name();
    }

    private static String position(RegisterEntry entry, @Nullable Citation citation) {
        if (entry.name().equals(entry.unitName())) return "";
        var held = citation == null ? null : citation.position();
        return Stream.of(held, NomineeEntry.unitBeside(held, entry.unitName()))
                .filter(Objects::nonNull)
                .collect(joining(", "));
    }

    private static String achievement(Campaign campaign, RegisterEntry entry) {
        return "Đã có thành tích xuất sắc%s trong %s%s"
                .formatted(
                        entry.occasion() == Occasion.AD_HOC ? " đột xuất" : "",
                        LetterHeads.campaignInWords(campaign),
                        switch (entry.occasion()) {
                            case ANNUAL, AD_HOC -> ", năm " + entry.year();
                            case INTERIM_REVIEW -> " (sơ kết năm %d)".formatted(entry.year());
                            case FINAL_REVIEW -> " (tổng kết năm %d)".formatted(entry.year());
                        });
    }
}
