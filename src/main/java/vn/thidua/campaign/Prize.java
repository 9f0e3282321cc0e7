package vn.thidua.campaign;

import java.math.BigDecimal;

/**
 * Mức tiền thưởng.
 *
 * @param amount đồng, rounded up to 10,000
 * @param coefficient what is multiplied with the base salary
 * @param baseSalary lương cơ sở on the day of the decision, đồng a month
 * @param source the documents both come from
 */
public record Prize(long amount, BigDecimal coefficient, long baseSalary, String source) {}
