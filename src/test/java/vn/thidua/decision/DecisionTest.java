package vn.thidua.decision;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thidua.calendar.VietnamTime;
import vn.thidua.campaign.CampaignPlan.AwardForm;
import vn.thidua.campaign.CampaignPlan.Occasion;
import vn.thidua.campaign.NomineeKind;
import vn.thidua.nomination.Dossier;
import vn.thidua.nomination.DossierState;
import vn.thidua.nomination.Dossiers;
import vn.thidua.nomination.NameKey;
import vn.thidua.organisation.Groups;
import vn.thidua.support.ThiDuaTest;

/** Dossiers that have come as far as the decision, without the way there; and the people who decide. */
abstract class DecisionTest extends ThiDuaTest {

    static final String CHAIR = "binh-phuoc.chu-tich-ubnd-tinh";
    static final String LEAD = "binh-phuoc.so-noi-vu";
    static final String CLERK = Groups.ofClerk("binh-phuoc");

    @Autowired
    JdbcClient sql;

    @Autowired
    Decisions decisions;

    @Autowired
    Dossiers dossiers;

    private int made;

    /** A round that has been appraised and voted on; its key. */
    String round(String campaign, Occasion occasion, int year, AwardForm... forms) {
        var key = "%s/%d-%s".formatted(campaign, year, occasion);
        round(key, campaign, occasion, year, "APPRAISED", forms);
        return key;
    }

    void round(String key, String campaign, Occasion occasion, int year, String state, AwardForm... forms) {
        var names = new ArrayList<String>();
        for (var form : forms) names.add("\"%s\"".formatted(form));
        var today = office.now().atZone(VietnamTime.ZONE).toLocalDate();
        sql.sql("""
                insert into award_round(key, campaign, occasion, year, name, state, terms, closes_at, lead_group, prepared_by, prepared_at, since)
                values (?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, 'standing-officer', ?, ?)""")
                .params(
                        key,
                        campaign,
                        occasion.name(),
                        year,
                        "Đợt xét " + key,
                        state,
                        """
                        {"forms": [%s], "unitGroups": [%s], "opensOn": "%s", "closesOn": "%s", "appraisalDue": "%s", "councilOn": null,
                         "council": true, "quorumPercent": 67, "thresholdPercent": 51, "thresholdBase": "ALL_MEMBERS", "secret": true,
                         "conflictLeavesBase": true, "basis": {}}""".formatted(
                                        String.join(", ", names),
                                        unitGroups(campaign),
                                        today.minusDays(30),
                                        today.plusDays(30),
                                        today.plusDays(60)),
                        Timestamp.from(today.plusDays(31)
                                .atStartOfDay(VietnamTime.ZONE)
                                .toInstant()),
                        leadGroup(campaign),
                        Timestamp.from(office.now()),
                        Timestamp.from(office.now()))
                .update();
    }

    private static String unitGroups(String campaign) {
        return campaign.equals("quang-trach") ? "\"ban-nganh\", \"don-vi-cap-xa\"" : "\"so-ban-nganh\", \"dia-phuong\"";
    }

    private static String leadGroup(String campaign) {
        return campaign + (campaign.equals("quang-trach") ? ".phong-vhxh" : ".so-noi-vu");
    }

    /** A dossier the council has voted for; its number. */
    String voted(String round, String unit, String name, AwardForm form, NomineeKind kind) {
        return dossier(round, unit, name, form, kind, DossierState.VOTED);
    }

    String dossier(String round, String unit, String name, AwardForm form, NomineeKind kind, DossierState state) {
        var campaign = round.substring(0, round.indexOf('/'));
        var number = "%s/HS-T-%05d".formatted(campaign, ++made);
        var nominee = UUID.randomUUID();
        var now = Timestamp.from(office.now());
        sql.sql("""
                insert into nominee(id, kind, name, campaign, recorded_by, recorded_at) values (?, ?, ?, ?, 'unit-officer', ?)""").params(nominee, kind.name(), name, campaign, now).update();
        sql.sql("insert into nominee_name(nominee, name_key, name) values (?, ?, ?)")
                .params(nominee, NameKey.of(name), name)
                .update();
        sql.sql("""
                insert into dossier(number, campaign, round, unit, unit_name, unit_group, occasion, year, form, grade, kind, nominee,
                    nominee_name, criteria_group, state, since, turn_group, version, submitted_at, received_at, rule_pack, lead_group,
                    authority_group)
                select ?, r.campaign, r.key, u.code, u.name, r.campaign || '.unit.' || u.code, r.occasion, r.year, ?, null, ?, ?, ?, 'a',
                    ?, ?, '', 1, ?, ?, 'nd-152-2025', r.lead_group, ''
                from award_round r join unit u on u.campaign = r.campaign and u.code = ? where r.key = ?""")
                .params(number, form.name(), kind.name(), nominee, name, state.name(), now, now, now, unit, round)
                .update();
        return number;
    }

    List<String> voted(String round, String unit, int count, AwardForm form, NomineeKind kind) {
        var numbers = new ArrayList<String>();
        for (int i = 1; i <= count; i++) {
            numbers.add(voted(round, unit, "%s %s %02d".formatted(kind.label(), unit, i), form, kind));
        }
        return numbers;
    }

    Dossier dossier(String number) {
        return dossiers.get(number);
    }

    /** Drafted and lying with the chairman. */
    AwardDecision drafted(AwardDecision decision) {
        office.as("drafter", decision.draftingGroup(), () -> decisions.draft(decision.key(), draft()));
        return decisions.get(decision.key());
    }

    DraftAnswer draft() {
        return new DraftAnswer(
                "125/TTr-SNV", today(), List.of("Kế hoạch của UBND tỉnh"), "Về việc tặng Bằng khen", null);
    }

    AwardDecision opened(String round) {
        return decisions.open(round).get(0);
    }

    AwardDecision toSign(String round) {
        return drafted(opened(round));
    }

    void sign(AwardDecision decision) {
        office.as("chair", CHAIR, () -> decisions.sign(decision.key(), signing()));
    }

    static SignAnswer signing(SignAnswer.StruckOut... struckOut) {
        return new SignAnswer("SIGN", null, List.of(struckOut));
    }

    /** Numbered and issued on the day. */
    AwardDecision issue(AwardDecision decision) {
        office.as("clerk", CLERK, () -> decisions.number(decision.key(), NumberAnswer.on(today())));
        decisions.issue(decision.key());
        return decisions.get(decision.key());
    }

    AwardDecision awarded(String round) {
        var decision = toSign(round);
        sign(decision);
        return issue(decision);
    }

    String today() {
        return VietnamTime.date(VietnamTime.dayOf(office.now()));
    }

    <T> List<T> of(List<DecisionItem> items, Function<DecisionItem, T> part) {
        return items.stream().map(part).toList();
    }
}
