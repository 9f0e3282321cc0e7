package vn.thidua.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/** Kỳ: what a report is about. Its code is part of the business key: 2026, 2026-H1, 2026-Q1, 2026-03. */
public record Period(Frequency frequency, int year, int part) {

    public enum Frequency {
        ONCE(1, "một lần"),
        YEAR(1, "hằng năm"),
        HALF_YEAR(2, "6 tháng"),
        QUARTER(4, "hằng quý"),
        MONTH(12, "hằng tháng"),
        /** The plan asks for it "định kỳ" and names no frequency. */
        UNSTATED(1, "chưa quy định");

        private final int perYear;
        private final String label;

        Frequency(int perYear, String label) {
            this.perYear = perYear;
            this.label = label;
        }

        public String label() {
            return label;
        }

        public int perYear() {
            return perYear;
        }

        public boolean isRecurring() {
            return this != ONCE && this != UNSTATED;
        }
    }

    public static final Period ONCE = new Period(Frequency.ONCE, 0, 1);
    public static final Period UNSTATED = new Period(Frequency.UNSTATED, 0, 1);
    private static final String UNSTATED_CODE = "chua-quy-dinh";

    /** All periods of the years; one for what happens once or at no stated frequency. */
    public static List<Period> of(Frequency frequency, int firstYear, int lastYear) {
        if (frequency == Frequency.ONCE) return List.of(ONCE);
        if (frequency == Frequency.UNSTATED) return List.of(UNSTATED);
        return IntStream.rangeClosed(firstYear, lastYear)
                .boxed()
                .flatMap(year -> IntStream.rangeClosed(1, frequency.perYear())
                        .mapToObj(part -> new Period(frequency, year, part)))
                .toList();
    }

    /** Reads a code written by {@link #code()}. */
    public static Period parse(String code) {
        if (code.isEmpty()) return ONCE;
        if (code.equals(UNSTATED_CODE)) return UNSTATED;
        var year = Integer.parseInt(code.substring(0, 4));
        if (code.length() == 4) return new Period(Frequency.YEAR, year, 1);
        return switch (code.charAt(5)) {
            case 'H' -> new Period(Frequency.HALF_YEAR, year, Integer.parseInt(code.substring(6)));
            case 'Q' -> new Period(Frequency.QUARTER, year, Integer.parseInt(code.substring(6)));
            default -> new Period(Frequency.MONTH, year, Integer.parseInt(code.substring(5)));
        };
    }

    public String code() {
        return switch (frequency) {
            case ONCE -> "";
            case UNSTATED -> UNSTATED_CODE;
            case YEAR -> "%d".formatted(year);
            case HALF_YEAR -> "%d-H%d".formatted(year, part);
            case QUARTER -> "%d-Q%d".formatted(year, part);
            case MONTH -> "%d-%02d".formatted(year, part);
        };
    }

    /** The period in Vietnamese, to stand after "kỳ": "năm 2026", "6 tháng đầu năm 2026". */
    public String inWords() {
        return switch (frequency) {
            case ONCE -> "một lần";
            case UNSTATED -> "chưa quy định kỳ";
            case YEAR -> "năm %d".formatted(year);
            case HALF_YEAR -> "6 tháng %s năm %d".formatted(part == 1 ? "đầu" : "cuối", year);
            case QUARTER ->
                "quý %s năm %d".formatted(List.of("I", "II", "III", "IV").get(part - 1), year);
            case MONTH -> "tháng %d năm %d".formatted(part, year);
        };
    }

    public LocalDate firstDay() {
        return LocalDate.of(year, (part - 1) * (12 / frequency.perYear()) + 1, 1);
    }

    public LocalDate lastDay() {
        return firstDay().plusMonths(12 / frequency.perYear()).minusDays(1);
    }
}
