package vn.thidua.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thidua.act.Actor;
import vn.thidua.calendar.MovableClock;
import vn.thidua.campaign.AwardAgency;
import vn.thidua.campaign.AwardRoles;
import vn.thidua.campaign.Campaigns;
import vn.thidua.organisation.Accounts;
import vn.thidua.organisation.CouncilMember;
import vn.thidua.organisation.CouncilMember.Seat;
import vn.thidua.organisation.CouncilMembers;
import vn.thidua.organisation.Delegations;
import vn.thidua.organisation.DemoAccounts.DemoAccount;
import vn.thidua.organisation.Groups;
import vn.thidua.organisation.Units;
import vn.thidua.support.Office;
import vn.thidua.support.ThiDuaTest;

/** A visitor can play every part of the award work, each with an account that is listed. */
class DemoPeopleTest extends ThiDuaTest {

    @Autowired
    private Campaigns campaigns;

    @Autowired
    private Units units;

    @Autowired
    private Accounts accounts;

    @Autowired
    private CouncilMembers council;

    @Autowired
    private Delegations delegations;

    @Autowired
    private AwardRoles roles;

    @Autowired
    private MovableClock clock;

    @Autowired
    private TransactionTemplate transaction;

    @ParameterizedTest
    @ValueSource(strings = {"binh-phuoc", "binh-dinh", "son-la", "quang-trach", "binh-chuong"})
    void every_group_of_the_award_work_has_somebody(String code) {
        var campaign = office.adopt(code, "01/03/2026");
        var people = create();

        var groups = new ArrayList<String>();
        roles.opinionAgencies(campaign, "no-unit").stream()
                .map(AwardAgency::group)
                .forEach(groups::add);
        roles.allocatingGroup(campaign).ifPresent(groups::add);
        groups.add(roles.decider(campaign).group());
        groups.add(campaign.standingAgencyGroup());
        groups.add(Groups.ofCouncil(code));
        groups.add(Groups.ofSecretary(code));
        groups.add(Groups.ofClerk(code));
        groups.add(Groups.ofDeputy(code));
        var actors = people.accounts().stream()
                .map(DemoAccount::userId)
                .map(user -> accounts.authenticate(user, people.password()).orElseThrow())
                .toList();
        assertThat(groups).allSatisfy(group -> assertThat(actors).as(group).anyMatch(actor -> actor.isIn(group)));
        assertThat(actors)
                .as("council and signature are two people's")
                .noneMatch(actor -> actor.isIn(Groups.ofCouncil(code)) && signs(code, actor));
    }

    @Test
    void the_council_has_a_chair_a_secretary_and_a_member_who_votes_by_post_and_the_deputy_may_sign() {
        office.adopt("son-la", "01/03/2026", Office.unit("so-y-te", "Sở Y tế", "so-ban-nganh"));
        create();

        assertThat(council.of("son-la")).extracting(CouncilMember::seat).contains(Seat.CHAIR, Seat.SECRETARY);
        assertThat(council.of("son-la")).anyMatch(member -> member.userId() == null && member.votes());
        assertThat(delegations.inForce("son-la", "pho-chu-tich@son-la", clock.today()))
                .isPresent();
    }

    private boolean signs(String code, Actor actor) {
        return actor.isIn(roles.decider(campaigns.get(code)).group()) || actor.isIn(Groups.ofDeputy(code));
    }

    private DemoPeople create() {
        var people = new DemoPeople(campaigns, units, accounts, council, delegations, clock, transaction);
        people.create();
        return people;
    }
}
