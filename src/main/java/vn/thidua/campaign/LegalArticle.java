package vn.thidua.campaign;

/**
 * A principle of the law that is checked, with where it stands.
 *
 * @param id stable, e.g. {@code six-months}
 * @param rule what it asks, in Vietnamese
 * @param article e.g. "khoản 9 Điều 33 Nghị định 152/2025/NĐ-CP"
 */
public record LegalArticle(String id, String rule, String article) {}
