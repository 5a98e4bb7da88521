package dev.rota.tester.suitefile;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rota.tester.suite.Suite;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads suites from files, directories and the program itself. */
public final class SuiteFiles {
    /** The suites that come with the program. */
    public static final List<String> STOCK = List.of("standard", "agent");

    private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}");
    private static final long MAX_BYTES = 2L << 20;

    private SuiteFiles() {}

    /** The suites that come with the program, in the order of {@link #STOCK}. */
    public static List<Suite> stock() {
        return STOCK.stream().map(SuiteFiles::stock).toList();
    }

    /** The suite of one file. */
    public static Suite read(Path file) throws SuiteFileException {
        String text = text(file)
                .orElseThrow(() -> new SuiteFileException(
                        file.toString(),
                        List.of(new Problem(
                                1,
                                Files.exists(file)
                                        ? "it cannot be read as a UTF-8 text of at most 2 MiB"
                                        : "there is no such file"))));
        return SuiteReader.read(file.toString(), text, beside(file));
    }

    /** The suite of a file, or of every {@code .yaml} and {@code .yml} file directly in a directory, by name. */
    public static List<Suite> readAll(Path fileOrDirectory) throws SuiteFileException {
        List<Suite> suites = new ArrayList<>();
        for (Path file : files(fileOrDirectory)) {
            suites.add(read(file));
        }
        return suites;
    }

    private static List<Path> files(Path fileOrDirectory) {
        if (!Files.isDirectory(fileOrDirectory)) {
            return List.of(fileOrDirectory);
        }
        try (Stream<Path> files = Files.list(fileOrDirectory)) {
            return files.filter(file ->
                            file.toString().endsWith(".yaml") || file.toString().endsWith(".yml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Includes beside(Path file) {
        return name -> PLAIN_NAME.matcher(name).matches() ? text(file.resolveSibling(name)) : Optional.empty();
    }

    private static Optional<String> text(Path file) {
        try {
            return Files.isRegularFile(file) && Files.size(file) <= MAX_BYTES
                    ? Optional.of(Files.readString(file))
                    : Optional.empty();
        } catch (MalformedInputException | java.nio.file.AccessDeniedException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Suite stock(String name) {
        String file = name + ".yaml";
        String yaml = resource(file).orElseThrow(() -> new IllegalStateException("resource " + file + " is missing"));
        try {
            return SuiteReader.read(file, yaml, SuiteFiles::resource);
        } catch (SuiteFileException e) {
            throw new IllegalStateException("a stock suite is broken: " + e.getMessage(), e);
        }
    }

    private static Optional<String> resource(String name) {
        try (InputStream in = SuiteFiles.class.getResourceAsStream("/suites/" + name)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
