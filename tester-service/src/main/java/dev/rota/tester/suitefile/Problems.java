package dev.rota.tester.suitefile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Collects what is wrong while reading goes on. */
final class Problems {
    private final List<Problem> found = new ArrayList<>();

    void add(int line, String message) {
        found.add(new Problem(line, message));
    }

    /** The value, or nothing and a problem with the words of the rule it broke. */
    <T> Optional<T> attempt(int line, Supplier<T> value) {
        try {
            return Optional.of(value.get());
        } catch (IllegalArgumentException e) {
            add(line, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    int count() {
        return found.size();
    }

    /** All of them, in the order of the file. */
    List<Problem> inOrder() {
        return found.stream().sorted(Comparator.comparingInt(Problem::line)).toList();
    }
}
