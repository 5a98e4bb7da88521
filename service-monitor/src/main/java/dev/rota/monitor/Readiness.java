package dev.rota.monitor;

import java.util.Optional;

/** Whether a service does its work. Asked on the server's threads, often. */
public interface Readiness {
    /** What is missing, in a few words; empty if nothing is. */
    Optional<String> missing();
}
