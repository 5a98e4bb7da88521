package dev.rota.ranking.policy;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/** Sets with one order, so that a policy's hash does not depend on how its file lists them. */
final class Sorted {
    private Sorted() {}

    static Set<String> copy(Set<String> values) {
        return Collections.unmodifiableSet(new TreeSet<>(values));
    }
}
