package dev.rota.json;

import dev.rota.domain.model.ModelId;
import dev.rota.domain.text.Nearest;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The members of one JSON object, to be taken by name and type. Objects have few members, and the parser interns their
 * names: looking through an array is faster than a map, which counts when a history has millions of lines.
 */
final class Members {
    private static final int USUAL = 16;

    private final String path;
    private final Content content;
    private String[] names = new String[USUAL];
    private @Nullable Object[] values = new @Nullable Object[USUAL];
    private int size;

    /** @param path what names of fields begin with in errors, such as {@code failure.} */
    Members(String path, Content content) {
        this.path = path;
        this.content = content;
    }

    void add(String name, @Nullable Object value) {
        if (size == names.length) {
            names = Arrays.copyOf(names, size * 2);
            values = Arrays.copyOf(values, size * 2);
        }
        names[size] = name;
        values[size++] = value;
    }

    /** The text of the whole document. */
    Content content() {
        return content;
    }

    boolean has(String name) {
        return find(name) != null;
    }

    String text(String name) {
        return required(name, optionalText(name));
    }

    @Nullable
    String optionalText(String name) {
        Object value = find(name);
        if (value == null || value instanceof String) {
            return (String) value;
        }
        throw broken(name, value, "must be a string");
    }

    ModelId model(String name) {
        return ModelId.parse(text(name));
    }

    Instant time(String name) {
        return required(name, optionalTime(name));
    }

    @Nullable
    Instant optionalTime(String name) {
        Object value = find(name);
        if (value == null) {
            return null;
        }
        Instant time = value instanceof String text ? Times.parse(text) : null;
        if (time == null) {
            throw broken(name, value, "must be an ISO 8601 time such as 2026-01-31T08:00:00Z");
        }
        return time;
    }

    long wholeNumber(String name) {
        return required(name, optionalWholeNumber(name));
    }

    /** A fraction is rounded: nobody means a different latency by 812.5 ms. */
    @Nullable
    Long optionalWholeNumber(String name) {
        Object value = find(name);
        return switch (value) {
            case null -> null;
            case Integer number -> number.longValue();
            case Long number -> number;
            case Double number when Math.abs(number) < Long.MAX_VALUE -> Math.round(number);
            default -> throw broken(name, value, "must be a whole number");
        };
    }

    int count(String name) {
        return required(name, optionalCount(name));
    }

    @Nullable
    Integer optionalCount(String name) {
        Long value = optionalWholeNumber(name);
        if (value == null) {
            return null;
        }
        if (value < Integer.MIN_VALUE || value > Integer.MAX_VALUE) {
            throw broken(name, value, "must be a whole number below " + Integer.MAX_VALUE);
        }
        return value.intValue();
    }

    double number(String name) {
        return required(name, optionalNumber(name));
    }

    @Nullable
    Double optionalNumber(String name) {
        Object value = find(name);
        return switch (value) {
            case null -> null;
            case Number number -> number.doubleValue();
            default -> throw broken(name, value, "must be a number");
        };
    }

    boolean flag(String name) {
        Object value = required(name, find(name));
        if (value instanceof Boolean flag) {
            return flag;
        }
        throw broken(name, value, "must be true or false");
    }

    <E extends Enum<E>> E constant(String name, Class<E> type) {
        return required(name, optionalConstant(name, type));
    }

    <E extends Enum<E>> @Nullable E optionalConstant(String name, Class<E> type) {
        String text = optionalText(name);
        if (text == null) {
            return null;
        }
        try {
            return Enum.valueOf(type, text);
        } catch (IllegalArgumentException _) {
            List<String> known =
                    Stream.of(type.getEnumConstants()).map(Enum::name).toList();
            throw broken(
                    name,
                    text,
                    Nearest.to(text, known)
                            .map(nearest -> "must be one of " + known.size() + " names; did you mean " + nearest + "?")
                            .orElse("must be one of " + String.join(", ", known)));
        }
    }

    Members object(String name) {
        return required(name, optionalObject(name));
    }

    @Nullable
    Members optionalObject(String name) {
        Object value = find(name);
        if (value == null || value instanceof Members) {
            return (Members) value;
        }
        throw broken(name, value, "must be an object");
    }

    List<String> texts(String name) {
        return items(name, item -> {
            if (item instanceof String text) {
                return text;
            }
            throw broken(name, item, "must hold strings only");
        });
    }

    <T> List<T> objects(String name, Function<Members, T> reader) {
        return items(name, item -> {
            if (item instanceof Members members) {
                return reader.apply(members);
            }
            throw broken(name, item, "must hold objects only");
        });
    }

    private <T> List<T> items(String name, Function<Object, T> reader) {
        Object value = required(name, find(name));
        if (value instanceof List<?> items) {
            return items.stream().map(item -> reader.apply((Object) item)).toList();
        }
        throw broken(name, value, "must be an array");
    }

    private @Nullable Object find(String name) {
        for (int i = size - 1; i >= 0; i--) {
            if (names[i].equals(name)) {
                return values[i];
            }
        }
        return null;
    }

    private <T> T required(String name, @Nullable T value) {
        if (value == null) {
            throw new JsonException(path + name + " is missing");
        }
        return value;
    }

    JsonException broken(String name, Object value, String rule) {
        String shown = value instanceof Members ? "an object" : value instanceof List ? "an array" : "" + value;
        String cut = shown.length() > 60 ? shown.substring(0, 60) + "…" : shown;
        return new JsonException(
                path + name + " " + rule + ", not " + (value instanceof String ? "\"" + cut + "\"" : cut));
    }
}
