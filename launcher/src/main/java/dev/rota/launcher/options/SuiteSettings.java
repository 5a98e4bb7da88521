package dev.rota.launcher.options;

import dev.rota.runtime.config.ConfigException;
import dev.rota.tester.suite.SuiteLibrary;
import dev.rota.tester.suitefile.SuiteFileException;
import dev.rota.tester.suitefile.Suites;
import java.nio.file.Path;
import java.util.List;

/** The stock suites and those that {@code tester.suites} names. */
public final class SuiteSettings {
    private SuiteSettings() {}

    /** @throws ConfigException with every problem of a suite file */
    public static SuiteLibrary library(List<Path> files) {
        try {
            return Suites.with(files);
        } catch (SuiteFileException e) {
            throw new ConfigException(String.valueOf(e.getMessage()));
        }
    }
}
