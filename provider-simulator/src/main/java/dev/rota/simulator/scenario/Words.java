package dev.rota.simulator.scenario;

import dev.rota.domain.time.DurationText;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads the words of a scenario. What is wrong is an IllegalArgumentException that tells the rule. */
final class Words {
    private Words() {}

    /** One of an enum's constants, written like {@code reasoning-only}. */
    static <E extends Enum<E>> E constant(Class<E> type, String text) {
        Map<String, E> known = constants(type);
        E value = known.get(text);
        if (value == null) {
            throw new IllegalArgumentException("\"" + text + "\" is unknown" + Nearest.hint(text, known.keySet()));
        }
        return value;
    }

    static <E extends Enum<E>> Map<String, E> constants(Class<E> type) {
        Map<String, E> known = new LinkedHashMap<>();
        for (E value : List.of(type.getEnumConstants())) {
            known.put(word(value), value);
        }
        return known;
    }

    /** A constant as a scenario writes it. */
    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** An offset such as 90s, or a date such as 2026-11-23T08:00:00Z. */
    static Moment moment(String text) {
        if (text.length() > 10 && text.charAt(4) == '-' && text.contains("T")) {
            return new Moment.At(instant(text));
        }
        try {
            return new Moment.After(DurationText.parse(text));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "must be an offset from the start, such as 90s, or a UTC time, such as 2026-11-23T08:00:00Z, not \""
                            + text + "\"",
                    e);
        }
    }

    static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "must be a UTC time such as 2026-11-23T08:00:00Z, not \"" + text + "\"", e);
        }
    }

    /** Words separated by nothing but the list they stand in. */
    static List<String> texts(List<YamlNode> items) {
        return items.stream().map(Section::text).toList();
    }
}
