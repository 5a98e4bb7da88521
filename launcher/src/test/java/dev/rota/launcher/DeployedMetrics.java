package dev.rota.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The metrics that the dashboard, the alerts and the autoscaler in {@code deploy/} ask for, held against a scrape. */
final class DeployedMetrics {
    private static final Path DEPLOY = Path.of("..", "deploy");
    private static final Set<Path> ASKING = Set.of(
            DEPLOY.resolve("grafana/rota.json"),
            DEPLOY.resolve("prometheus/rota-rules.yaml"),
            DEPLOY.resolve("kubernetes/keda/tester.yaml"));
    private static final Pattern NAME = Pattern.compile("\\brota_[a-z0-9_]+");

    private DeployedMetrics() {}

    /** What is asked for and not exposed at an address. */
    static Set<String> missingAt(URI metrics) throws IOException, InterruptedException {
        Set<String> missing = asked();
        missing.removeAll(exposedAt(metrics));
        return missing;
    }

    static Set<String> asked() throws IOException {
        Set<String> names = new TreeSet<>();
        for (Path file : ASKING) {
            names.addAll(names(Files.readString(file)));
        }
        return names;
    }

    private static Set<String> exposedAt(URI metrics) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(metrics).build();
            String scrape =
                    client.send(request, HttpResponse.BodyHandlers.ofString()).body();
            return scrape.lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> names(line).stream().limit(1))
                    .collect(Collectors.toSet());
        }
    }

    private static Set<String> names(String text) {
        return NAME.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }
}
