package dev.rota.monitor;

import java.util.List;
import java.util.Optional;

/** Whether a service does its work. Asked on the server's threads, often. */
public interface Readiness {
    /** What is missing, in a few words; empty if nothing is. */
    Optional<String> missing();

    /** What an operator should look at although the service works, a sentence each. */
    default List<String> warnings() {
        return List.of();
    }
}
