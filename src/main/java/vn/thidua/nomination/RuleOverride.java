package vn.thidua.nomination;

import java.time.Instant;

/** A person decided otherwise than a rule, and signed for it. */
public record RuleOverride(String rule, String reason, String by, Instant at) {}
