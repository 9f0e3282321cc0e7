package vn.thidua.decision;

/** What anybody with the code may know of a certificate: its status, name, unit, award and nothing else. */
public record PublicAward(Certificate.Status status, String name, String unit, String award) {}
