package vn.thidua.nomination;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thidua.campaign.NomineeKind;

/**
 * Người, tập thể, hộ được đề nghị: one and the same over years and campaigns.
 *
 * @param name as it was first recorded; dossiers keep the name they were made under
 * @param gender FEMALE or MALE
 * @param campaign in which it was first nominated
 * @param unit the unit it belonged to then
 */
public record Nominee(
        UUID id,
        NomineeKind kind,
        String name,
        @Nullable LocalDate birthDate,
        @Nullable String gender,
        @Nullable String position,
        String campaign,
        @Nullable String unit,
        @Nullable String address) {}
