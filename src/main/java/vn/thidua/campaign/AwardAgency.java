package vn.thidua.campaign;

/**
 * Who gives an opinion on a dossier.
 *
 * @param group the user group of its officers
 */
public record AwardAgency(String id, String name, String group, AwardRole role) {}
