package vn.thidua.web.pages;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.thidua.act.Actor;
import vn.thidua.calendar.MovableClock;
import vn.thidua.campaign.Campaign;
import vn.thidua.campaign.Campaigns;
import vn.thidua.organisation.DemoAccounts;
import vn.thidua.organisation.DemoAccounts.DemoAccount;
import vn.thidua.submission.DutyCounts;
import vn.thidua.submission.Sight;
import vn.thidua.web.pages.CampaignCard.Counts;

/** Where everybody comes in: what this is, which campaigns run, and the way to sign in. */
@Controller
class StartPage {

    /** The demo accounts of one campaign, under its authority's name. */
    record DemoGroup(String name, List<DemoAccount> accounts) {}

    private final Campaigns campaigns;
    private final Sight sight;
    private final DutyCounts duties;
    private final MovableClock clock;
    private final ObjectProvider<DemoAccounts> demo;

    StartPage(
            Campaigns campaigns,
            Sight sight,
            DutyCounts duties,
            MovableClock clock,
            ObjectProvider<DemoAccounts> demo) {
        this.campaigns = campaigns;
        this.sight = sight;
        this.duties = duties;
        this.clock = clock;
        this.demo = demo;
    }

    @GetMapping("/")
    String start(Model model) {
        var all = campaigns.all();
        model.addAttribute("cards", cards(all));
        model.addAttribute("demo", demo.getIfAvailable());
        model.addAttribute(
                "demoGroups",
                demo.stream().flatMap(accounts -> groups(accounts, all)).toList());
        return "start";
    }

    /**
     * @param account the account to fill in; with it the password, where it is a demo account
     * @param wait how many seconds sign-in is held back after too many failures
     */
    @GetMapping("/dang-nhap")
    String signIn(
            @RequestParam(name = "tai-khoan", required = false) @Nullable String account,
            @RequestParam(name = "loi", required = false) @Nullable String failed,
            @RequestParam(name = "cho", required = false) @Nullable Long wait,
            @RequestParam(name = "da-thoat", required = false) @Nullable String left,
            Model model) {
        var accounts = demo.getIfAvailable();
        var isDemo = accounts != null
                && accounts.accounts().stream().anyMatch(each -> each.userId().equals(account));
        model.addAttribute("account", account);
        model.addAttribute("password", isDemo ? accounts.password() : null);
        model.addAttribute("failed", failed != null);
        model.addAttribute("wait", wait);
        model.addAttribute("left", left != null);
        return "sign-in";
    }

    private static Stream<DemoGroup> groups(DemoAccounts demo, List<Campaign> all) {
        var withoutCampaign = Stream.of(group("Toàn hệ thống", "", demo));
        var ofCampaigns =
                all.stream().map(campaign -> group(campaign.plan().authority().name(), campaign.code(), demo));
        return Stream.concat(withoutCampaign, ofCampaigns)
                .filter(group -> !group.accounts().isEmpty());
    }

    private static DemoGroup group(String name, String campaign, DemoAccounts demo) {
        return new DemoGroup(
                name,
                demo.accounts().stream()
                        .filter(account -> account.campaign().equals(campaign))
                        .toList());
    }

    private List<CampaignCard> cards(List<Campaign> all) {
        var inAll = all.stream().anyMatch(sight::seesAll)
                ? duties.now().stream().collect(toMap(DutyCounts.Count::campaign, Counts::of))
                : Map.<String, Counts>of();
        var now = clock.instant();
        return all.stream()
                .map(campaign -> new CampaignCard(
                        campaign, NextDeadline.of(campaign.plan(), now).orElse(null), counts(campaign, inAll)))
                .toList();
    }

    private @Nullable Counts counts(Campaign campaign, Map<String, Counts> inAll) {
        if (sight.seesAll(campaign)) return inAll.get(campaign.code());
        return Actor.current().takesPartIn(campaign.code())
                ? Counts.of(sight.visible(campaign), clock.instant())
                : null;
    }
}
