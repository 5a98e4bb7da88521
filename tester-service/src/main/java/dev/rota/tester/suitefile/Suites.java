package dev.rota.tester.suitefile;

import dev.rota.tester.suite.Suite;
import dev.rota.tester.suite.SuiteLibrary;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The stock suites and the user's. A suite of the user's takes the place of a stock suite of the same name. */
public final class Suites implements SuiteLibrary {
    private final SortedMap<String, Suite> byName = new TreeMap<>();

    private Suites(List<Suite> suites) {
        suites.forEach(suite -> byName.put(suite.name(), suite));
    }

    /** The stock suites alone. */
    public static Suites stock() {
        return new Suites(SuiteFiles.stock());
    }

    /** The stock suites and those of files and directories. Of two with the same name the later one counts. */
    public static Suites with(List<Path> filesAndDirectories) throws SuiteFileException {
        Suites suites = stock();
        for (Path path : filesAndDirectories) {
            SuiteFiles.readAll(path).forEach(suite -> suites.byName.put(suite.name(), suite));
        }
        return suites;
    }

    @Override
    public Optional<Suite> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    @Override
    public List<String> names() {
        return List.copyOf(byName.keySet());
    }
}
