package vn.thidua.web.api;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.thidua.campaign.AwardRole;
import vn.thidua.campaign.Campaign;
import vn.thidua.campaign.CampaignPlan.AwardForm;
import vn.thidua.campaign.CampaignPlan.Line;
import vn.thidua.campaign.CampaignPlan.Occasion;
import vn.thidua.web.api.AwardTaskViews.AwardTask;
import vn.thidua.web.api.AwardTaskViews.FactView;
import vn.thidua.web.api.AwardTaskViews.Form;
import vn.thidua.web.api.AwardTaskViews.LinkView;
import vn.thidua.web.api.AwardTaskViews.PlainForm;
import vn.thidua.web.api.DossierViews.DossierDetail;
import vn.thidua.web.api.ObligationViews.ClauseView;

/** What stands above each form, put together piece by piece. */
final class TaskPage {

    private final Campaign campaign;
    private final String heading;
    private final String asks;
    private final Instant now;
    private final List<FactView> facts = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private final List<ClauseView> basis = new ArrayList<>();
    private final List<LinkView> links = new ArrayList<>();
    private @Nullable Instant limit;
    private boolean mayAct = true;

    TaskPage(Campaign campaign, String heading, String asks, Instant now) {
        this.campaign = campaign;
        this.heading = heading;
        this.asks = asks;
        this.now = now;
    }

    TaskPage fact(String name, @Nullable String value) {
        if (value != null && !value.isBlank()) facts.add(new FactView(name, value));
        return this;
    }

    TaskPage warning(@Nullable String sentence) {
        if (sentence != null && !sentence.isBlank()) warnings.add(sentence);
        return this;
    }

    /** @param firstLate the first instant that is late */
    TaskPage limit(@Nullable Instant firstLate) {
        limit = firstLate;
        return this;
    }

    TaskPage link(String name, String url) {
        links.add(new LinkView(name, url, false));
        return this;
    }

    TaskPage download(String name, String url) {
        links.add(new LinkView(name, url, true));
        return this;
    }

    /** The plan's lines that give this work to somebody. */
    TaskPage by(AwardRole... roles) {
        for (var role : roles) {
            campaign.plan().awardWork().stream()
                    .filter(work -> work.role() == role)
                    .map(work -> new Line(work.clause(), work.quote(), work.note()))
                    .forEach(this::basis);
        }
        return this;
    }

    /** The plan's lines on what may be given on the occasion. */
    TaskPage awards(Occasion occasion, @Nullable AwardForm form) {
        campaign.plan().awards().stream()
                .filter(award -> award.occasion() == occasion)
                .filter(award -> form == null || award.forms().contains(form))
                .map(award -> new Line(award.clause(), award.quote(), award.note()))
                .forEach(this::basis);
        return this;
    }

    private void basis(Line line) {
        var clause = new ClauseView("Mục " + line.clause(), line.quote(), line.note());
        if (!basis.contains(clause)) basis.add(clause);
    }

    /** Nothing can be done at this moment, and why. */
    TaskPage stopped(String why) {
        mayAct = false;
        return warning(why);
    }

    AwardTask plain(@Nullable DossierDetail dossier) {
        return with(dossier, new PlainForm(Map.of()));
    }

    AwardTask with(@Nullable DossierDetail dossier, Form form) {
        return new AwardTask(
                heading,
                asks,
                List.copyOf(facts),
                AwardNames.limit(limit),
                limit != null && !now.isBefore(limit),
                campaign.code(),
                campaign.name(),
                List.copyOf(warnings),
                List.copyOf(basis),
                List.copyOf(links),
                mayAct,
                dossier,
                form);
    }
}
