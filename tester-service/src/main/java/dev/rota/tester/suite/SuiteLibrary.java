package dev.rota.tester.suite;

import java.util.List;
import java.util.Optional;

/** The suites a tester can run: the stock ones and the user's own. */
public interface SuiteLibrary {
    /** The suite of this name; empty if there is none. */
    Optional<Suite> find(String name);

    /** All names, sorted. */
    List<String> names();
}
