package dev.rota.domain;

import org.jspecify.annotations.Nullable;

/**
 * The rules that several domain records share. Each check returns its value, or throws naming the field and the rule.
 */
public final class Checks {
    private Checks() {}

    /** Not blank and without control characters. */
    public static String text(String field, String value) {
        if (value.isBlank() || hasControl(value)) {
            throw new IllegalArgumentException(
                    field + " must be text without control characters, not \"" + value + "\"");
        }
        return value;
    }

    /** A plain loop, for this is asked of several fields of every record read. */
    private static boolean hasControl(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (Character.isISOControl(value.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** Zero or more. */
    public static long notNegative(String field, long value) {
        if (value < 0) {
            throw new IllegalArgumentException(field + " must be 0 or more, not " + value);
        }
        return value;
    }

    /** Zero or more and finite. */
    public static double notNegative(String field, double value) {
        if (!(value >= 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(field + " must be a finite number of 0 or more, not " + value);
        }
        return value;
    }

    /** From 0 to 1, both included. */
    public static double fraction(String field, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(field + " must be from 0 to 1, not " + value);
        }
        return value;
    }

    /** Null, or zero or more. */
    public static @Nullable Long optionalNotNegative(String field, @Nullable Long value) {
        return value == null ? null : Long.valueOf(notNegative(field, value.longValue()));
    }

    /** Null, or from 0 to 1. */
    public static @Nullable Double optionalFraction(String field, @Nullable Double value) {
        return value == null ? null : Double.valueOf(fraction(field, value.doubleValue()));
    }
}
