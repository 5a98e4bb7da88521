package dev.rota.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The metrics that the code registers, as Prometheus calls them, found in the sources. */
final class Metrics {
    /** Where meters are made: every class whose name says so. */
    private static final Pattern FILE = Pattern.compile(".*(Met(rics|ers)|LagGauge)\\.java");

    private static final Pattern NAME = Pattern.compile("\"(rota[._][a-z._]+[a-z])\"");
    private static final Pattern PREFIX = Pattern.compile("Gauge\\.builder\\(\"(rota\\.[a-z.]+\\.)\" \\+");
    private static final Pattern PART = Pattern.compile("gauge\\(\\s*(?:model|name),\\s*\"([a-z0-9.]+)\"");
    private static final Pattern USED = Pattern.compile("\\brota_[a-z0-9_]+");
    private static final Pattern ENDING = Pattern.compile("_(total|count|sum|bucket|max)$");

    private Metrics() {}

    /** The metrics of Rota that an expression asks for and no code registers. */
    static Set<String> unknownIn(String expression) {
        Set<String> known = known();
        return USED.matcher(expression)
                .results()
                .map(match -> match.group())
                .filter(name -> !known.contains(base(name)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Counters get an ending, and timers a unit and an ending. */
    private static String base(String name) {
        String plain = ENDING.matcher(name).replaceFirst("");
        return plain.equals(name) || !plain.endsWith("_seconds")
                ? plain
                : plain.substring(0, plain.length() - "_seconds".length());
    }

    static Set<String> known() {
        Set<String> names = new TreeSet<>();
        for (String source : sources()) {
            NAME.matcher(source).results().forEach(match -> names.add(prometheus(match.group(1))));
            List<String> prefixes = PREFIX.matcher(source)
                    .results()
                    .map(match -> match.group(1))
                    .toList();
            Matcher part = PART.matcher(source);
            while (part.find()) {
                prefixes.forEach(prefix -> names.add(prometheus(prefix + part.group(1))));
            }
        }
        return names;
    }

    private static String prometheus(String name) {
        return name.replace('.', '_');
    }

    private static List<String> sources() {
        try (Stream<Path> files = Files.walk(Path.of(".."))) {
            return files.filter(file -> FILE.matcher(file.toString()).matches()
                            && file.toString().contains("/src/main/"))
                    .map(Metrics::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
