package dev.rota.tester.suitefile;

import java.util.Optional;

/** Texts that lie beside a suite file. */
@FunctionalInterface
interface Includes {
    /** The text of a file by its plain name; empty if there is none. */
    Optional<String> read(String name);
}
