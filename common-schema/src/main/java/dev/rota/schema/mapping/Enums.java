package dev.rota.schema.mapping;

import java.util.EnumMap;
import org.jspecify.annotations.Nullable;

/** Pairs the constants of two enums by name, once, so that carrying one over is an array look-up. */
final class Enums<A extends Enum<A>, B extends Enum<B>> {
    private final EnumMap<A, B> forth;
    private final EnumMap<B, A> back;

    Enums(Class<A> domain, Class<B> event) {
        forth = new EnumMap<>(domain);
        back = new EnumMap<>(event);
        for (A a : domain.getEnumConstants()) {
            B b = Enum.valueOf(event, a.name());
            forth.put(a, b);
            back.put(b, a);
        }
    }

    B toEvent(A value) {
        return there(forth.get(value), value);
    }

    A toDomain(B value) {
        return there(back.get(value), value);
    }

    private static <T> T there(@Nullable T found, Object of) {
        if (found == null) {
            throw new IllegalArgumentException("no counterpart for " + of);
        }
        return found;
    }
}
