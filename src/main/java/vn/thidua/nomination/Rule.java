package vn.thidua.nomination;

import java.util.function.Function;
import vn.thidua.nomination.RuleResult.Verdict;

/**
 * One rule: its name, where it stands, what it says of a dossier.
 *
 * @param overridable whether a person may decide otherwise
 * @param formal whether a dossier that doesn't keep it is incomplete and can't be submitted
 */
record Rule(
        String id,
        String name,
        Function<Facts, String> article,
        boolean overridable,
        boolean formal,
        Function<Facts, Judgement> judge) {

    record Judgement(Verdict verdict, String reason) {

        static Judgement met(String reason) {
            return new Judgement(Verdict.MET, reason);
        }

        static Judgement objection(String reason) {
            return new Judgement(Verdict.OBJECTION, reason);
        }

        static Judgement notApplicable(String reason) {
            return new Judgement(Verdict.NOT_APPLICABLE, reason);
        }

        static Judgement ask(String reason) {
            return new Judgement(Verdict.ASK, reason);
        }
    }

    RuleResult of(Facts facts) {
        var judgement = judge.apply(facts);
        var override = facts.desk().overrides().stream()
                .filter(signed -> signed.rule().equals(id))
                .findFirst()
                .orElse(null);
        return new RuleResult(
                id, name, article.apply(facts), judgement.verdict(), judgement.reason(), overridable, override);
    }
}
