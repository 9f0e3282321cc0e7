package vn.thidua.support;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thidua.calendar.MovableClock;
import vn.thidua.calendar.VietnamTime;
import vn.thidua.campaign.CampaignPlan.AwardForm;
import vn.thidua.campaign.CampaignPlan.Occasion;
import vn.thidua.campaign.NomineeKind;
import vn.thidua.campaign.ThresholdBase;
import vn.thidua.nomination.DossierState;
import vn.thidua.nomination.RoundTerms;
import vn.thidua.organisation.CouncilMember.Seat;
import vn.thidua.organisation.Groups;

/**
 * Rounds, dossiers and councils placed straight into the database where a test needs them, without the way there: for tests of what comes
 * after. No process runs for them.
 */
public class AwardScene {

    @Autowired
    private JdbcClient sql;

    @Autowired
    private MovableClock clock;

    @Autowired
    private ObjectMapper json;

    /** The terms of a round in which a council votes as said. */
    public static RoundTerms terms(
            @Nullable Integer thresholdPercent, ThresholdBase base, boolean secret, boolean conflictLeavesBase) {
        return new RoundTerms(
                List.of(AwardForm.BK_TINH, AwardForm.GK),
                List.of("so-ban-nganh", "dia-phuong", "doanh-nghiep"),
                Office.date("01/11/2026"),
                Office.date("30/11/2026"),
                Office.date("20/12/2026"),
                Office.date("25/12/2026"),
                true,
                50,
                thresholdPercent,
                base,
                secret,
                conflictLeavesBase,
                Map.of());
    }

    /** An annual round of 2026 that has been appraised. */
    public String round(String campaign, String leadGroup, RoundTerms terms) {
        var key = campaign + "/2026-ANNUAL";
        sql.sql("""
                insert into award_round(key, campaign, occasion, year, name, state, terms, closes_at, lead_group, prepared_by, prepared_at, since)
                values (?, ?, ?, 2026, 'Khen thưởng năm 2026', 'APPRAISED', ?::jsonb, ?, ?, 'standing-officer', ?, ?)""")
                .params(
                        key,
                        campaign,
                        Occasion.ANNUAL.name(),
                        write(terms),
                        Timestamp.from(terms.closesAt()),
                        leadGroup,
                        now(),
                        now())
                .update();
        return key;
    }

    /** A dossier of an individual for the provincial Bằng khen. */
    public String individual(String round, int no, String unit, String name, DossierState state) {
        return dossier(round, no, unit, AwardForm.BK_TINH, NomineeKind.INDIVIDUAL, name, "d", "FEMALE", state);
    }

    public String collective(String round, int no, String unit, String name, DossierState state) {
        return dossier(round, no, unit, AwardForm.BK_TINH, NomineeKind.COLLECTIVE, name, "a", null, state);
    }

    /** Received on the day the clock stands at, under Decree 152/2025, in its first version. */
    public String dossier(
            String round,
            int no,
            String unit,
            AwardForm form,
            NomineeKind kind,
            String name,
            String criteria,
            @Nullable String gender,
            DossierState state) {
        var campaign = round.substring(0, round.indexOf('/'));
        var number = "%s/HS-2026-%05d".formatted(campaign, no);
        var nominee = UUID.nameUUIDFromBytes((number + name).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        sql.sql("""
                insert into nominee(id, kind, name, gender, campaign, unit, recorded_by, recorded_at)
                values (?, ?, ?, ?, ?, ?, 'unit-officer', ?)""")
                .params(Arrays.asList(nominee, kind.name(), name, gender, campaign, unit, now()))
                .update();
        sql.sql("""
                insert into dossier(number, campaign, round, unit, unit_name, unit_group, occasion, year, form, kind, nominee, nominee_name,
                    criteria_group, state, since, turn_group, version, submitted_at, received_at, rule_pack, lead_group, authority_group)
                select ?, ?, key, ?, ?, ?, occasion, year, ?, ?, ?, ?, ?, ?, ?, '', 1, ?, ?, 'nd-152-2025', lead_group, ?
                from award_round where key = ?""")
                .params(
                        number,
                        campaign,
                        unit,
                        "Đơn vị " + unit,
                        Groups.ofUnit(campaign, unit),
                        form.name(),
                        kind.name(),
                        nominee,
                        name,
                        criteria,
                        state.name(),
                        now(),
                        now(),
                        now(),
                        Groups.ofAgency(campaign, "chu-tich-ubnd-tinh"),
                        round)
                .update();
        write(number, false);
        return number;
    }

    /** What its first version says, as far as the council looks: whether at least 70 % are women. */
    public void women70(String dossier) {
        sql.sql("delete from dossier_version where dossier = ?").param(dossier).update();
        write(dossier, true);
    }

    private void write(String dossier, boolean women70) {
        sql.sql("""
                insert into dossier_version(dossier, version, content, submitted_by, submitted_at)
                values (?, 1, ?::jsonb, 'unit-officer', ?)""")
                .params(dossier, "{\"women70\": %s}".formatted(women70), now())
                .update();
    }

    /** @param userId null for a member without an account */
    public long member(String campaign, @Nullable String userId, String name, Seat seat, @Nullable String unit) {
        return sql.sql("""
                insert into council_member(campaign, user_id, name, position, seat, unit, votes, appointed_at)
                values (?, ?, ?, 'Ủy viên', ?, ?, true, ?) returning id""")
                .params(Arrays.asList(campaign, userId, name, seat.name(), unit, now()))
                .query(Long.class)
                .single();
    }

    public void hold(String dossier) {
        sql.sql("update dossier set held_since = ? where number = ?")
                .params(now(), dossier)
                .update();
    }

    public void setState(String dossier, DossierState state) {
        sql.sql("update dossier set state = ? where number = ?")
                .params(state.name(), dossier)
                .update();
    }

    public void limit(String dossier, String lastDay) {
        sql.sql("update dossier set limit_at = ?, limit_basis = 'thẩm định' where number = ?")
                .params(
                        Timestamp.from(Office.date(lastDay)
                                .plusDays(1)
                                .atStartOfDay(VietnamTime.ZONE)
                                .toInstant()),
                        dossier)
                .update();
    }

    public JdbcClient sql() {
        return sql;
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
