package dev.rota.tester.bench;

import dev.rota.domain.model.ModelId;
import dev.rota.domain.probe.ModelFound;
import dev.rota.provider.Headers;
import dev.rota.provider.http.BodySink;
import dev.rota.provider.http.HttpLimits;
import dev.rota.provider.http.ProviderHttp;
import dev.rota.provider.http.Signal;
import dev.rota.runtime.catalogue.CatalogueConfig;
import dev.rota.runtime.config.SecretSource;
import dev.rota.runtime.kafka.KafkaSettings;
import dev.rota.tester.Cluster;
import dev.rota.tester.Fakes;
import dev.rota.tester.TesterConfig;
import dev.rota.tester.TesterService;
import dev.rota.tester.suite.SuiteLibrary;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * How fast testers work, with Kafka and the provider in processes of their own. Not a test: run it by hand.
 *
 * <p>{@code calls}: one tester with 64 slots and models that answer at once, against a bare loop of 64 virtual threads
 * over the same HTTP client, which throws away what it reads; in turns, three rounds. {@code workers}: one worker and
 * four, of 8 slots each, with models that take a second.
 */
public final class TesterThroughput {
    private static final int SLOTS = 64;
    private static final int ROUNDS = 3;
    private static final int MODELS = 200;

    /** As many tasks as the stock suite has. */
    private static final SuiteLibrary SUITES = Fakes.library("three", "first", "second", "third");

    /** Enough that they do not run out in a window; and as often for the first, longer one. */
    private static final int PROBES = 100_000;

    private static final int FIRST_PORTIONS = 6;

    /** Results until slots have learnt that probes are short, and take them together. */
    private static final long SETTLED = 50_000;

    private static final Duration WARM_UP = Duration.ofSeconds(60);
    private static final Duration WINDOW = Duration.ofSeconds(8);
    private static final Duration LONG_WINDOW = Duration.ofSeconds(20);

    private TesterThroughput() {}

    public static void main(String[] arguments) throws Exception {
        boolean workers = arguments.length > 0 && arguments[0].equals("workers");
        String models = IntStream.range(0, MODELS)
                .mapToObj(i -> "{id: \"a/m" + i + ":free\"}")
                .reduce((a, b) -> a + ", " + b)
                .orElseThrow();
        String scenario = "account: {freePerMinute: 0, freePerDay: 0}\n"
                + "defaults: {successRate: 1, firstToken: " + (workers ? "1s" : "0ms") + "}\ncatalogue: [" + models
                + "]\n";
        try (Neighbour kafka = Neighbour.kafka();
                Neighbour provider = Neighbour.simulator(scenario)) {
            KafkaSettings settings = KafkaSettings.of(kafka.address(0), kafka.address(1));
            URI base = URI.create(provider.address(0));
            if (workers) {
                compareWorkers(settings, base);
            } else {
                compareCalls(settings, base, List.of(kafka, provider));
            }
        }
        System.exit(0);
    }

    private static void compareCalls(KafkaSettings kafka, URI base, List<Neighbour> neighbours)
            throws InterruptedException {
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round <= ROUNDS; round++) {
            // The first round is for the compilers of three processes, which share two cores with what they compile.
            Duration window = round == 0 ? WARM_UP : WINDOW;
            Spent spent = new Spent(neighbours);
            double bare = bareLoop(base, window);
            spent.print("bare loop", bare * window.toSeconds());
            double tester =
                    testers(kafka, base, 1, SLOTS, SETTLED, window, PROBES, round == 0 ? FIRST_PORTIONS : 1, spent);
            System.out.printf(
                    Locale.ROOT,
                    "%s bare loop %.0f calls/s, tester %.0f calls/s, ratio %.2f%n",
                    round == 0 ? "(warm-up)" : "round " + round + ":",
                    bare,
                    tester,
                    tester / bare);
            if (round > 0) {
                ratios.add(tester / bare);
            }
        }
        ratios.sort(null);
        System.out.printf(Locale.ROOT, "median ratio %.2f%n", ratios.get(ratios.size() / 2));
    }

    private static void compareWorkers(KafkaSettings kafka, URI base) throws InterruptedException {
        double one = testers(kafka, base, 1, 8, 16, LONG_WINDOW, 800, 1, new Spent(List.of()));
        double four = testers(kafka, base, 4, 8, 64, LONG_WINDOW, 1_600, 1, new Spent(List.of()));
        System.out.printf(
                Locale.ROOT, "one worker %.2f calls/s, four workers %.2f calls/s, ratio %.2f%n", one, four, four / one);
    }

    /** Calls a second that testers make together, once they all work: after so many results. */
    private static double testers(
            KafkaSettings kafka,
            URI base,
            int workers,
            int slots,
            long settled,
            Duration window,
            int probes,
            int portions,
            Spent spent)
            throws InterruptedException {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        Cluster cluster = new Cluster(kafka);
        for (int i = 0; i < portions; i++) {
            cluster.publish(probes(probes));
        }
        List<TesterService> running = new ArrayList<>();
        for (int i = 0; i < workers; i++) {
            TesterConfig config = TesterConfig.of(
                            kafka, List.of(CatalogueConfig.simulator(base)), new SecretSource(Map.of()))
                    .withSlots(slots)
                    .withWorker("worker-" + i);
            TesterService service = new TesterService(config, SUITES, Fakes.GRADING, meters, Clock.systemUTC());
            service.start();
            running.add(service);
        }
        try {
            awaitFrom(meters, settled);
            spent.reset();
            double from = results(meters);
            long start = System.nanoTime();
            LockSupport.parkNanos(window.toNanos());
            double seconds = (System.nanoTime() - start) / 1e9;
            double calls = results(meters) - from;
            spent.print("tester", calls);
            return calls / seconds;
        } finally {
            running.forEach(TesterService::close);
        }
    }

    private static void awaitFrom(SimpleMeterRegistry meters, long results) {
        while (results(meters) < results) {
            LockSupport.parkNanos(10_000_000);
        }
    }

    private static double results(SimpleMeterRegistry meters) {
        return meters.find("rota.tester.results").counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    private static List<ModelFound> probes(int count) {
        String run = Long.toString(System.nanoTime(), 36);
        return IntStream.range(0, count)
                .mapToObj(
                        i -> Fakes.probe(run + "-" + i, ModelId.parse("simulator/a/m" + i % MODELS + ":free"), "three"))
                .toList();
    }

    private static double bareLoop(URI base, Duration window) throws InterruptedException {
        URI uri = URI.create(base + "/chat/completions");
        List<byte[]> bodies =
                IntStream.range(0, MODELS).mapToObj(TesterThroughput::body).toList();
        HttpLimits limits = HttpLimits.within(Duration.ofMinutes(1), 1_000_000);
        AtomicLong calls = new AtomicLong();
        long start = System.nanoTime();
        long end = start + window.toNanos();
        try (ProviderHttp http = ProviderHttp.start()) {
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < SLOTS; i++) {
                int first = i;
                threads.add(Thread.ofVirtual().name("bare-" + i).start(() -> {
                    for (int n = first; System.nanoTime() < end; n += SLOTS) {
                        byte[] body = bodies.get(n % MODELS);
                        if (http.post(uri, Headers.none(), body, limits, new Discard())
                                        .status()
                                == 200) {
                            calls.incrementAndGet();
                        }
                    }
                }));
            }
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return calls.get() / ((System.nanoTime() - start) / 1e9);
    }

    /** The request that the tester sends. */
    private static byte[] body(int model) {
        return ("{\"model\":\"a/m" + model
                        + ":free\",\"messages\":[{\"role\":\"user\",\"content\":\"Say something.\"}],"
                        + "\"max_tokens\":100,\"temperature\":0.0,\"stream\":true,\"stream_options\":{\"include_usage\":true}}")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Processor time of this process and its neighbours. */
    private static final class Spent {
        private final List<Neighbour> neighbours;
        private List<Duration> before = List.of();

        Spent(List<Neighbour> neighbours) {
            this.neighbours = neighbours;
            reset();
        }

        void reset() {
            before = now();
        }

        private List<Duration> now() {
            List<Duration> times = new ArrayList<>();
            times.add(cpu(ProcessHandle.current()));
            neighbours.forEach(each -> times.add(cpu(each.handle())));
            return times;
        }

        private static Duration cpu(ProcessHandle process) {
            return process.info().totalCpuDuration().orElse(Duration.ZERO);
        }

        /** Microseconds a call: this process, Kafka, the provider. */
        void print(String what, double calls) {
            List<Duration> after = now();
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < after.size(); i++) {
                double micros = after.get(i).minus(before.get(i)).toNanos() / 1e3 / calls;
                line.append(String.format(Locale.ROOT, " %.0f", micros));
            }
            System.out.println("  " + what + ", µs of processor a call, own, Kafka's, the provider's:" + line);
            reset();
        }
    }

    private static final class Discard implements BodySink {
        @Override
        public void head(int status, Headers headers) {
            // Thrown away, as the bytes are.
        }

        @Override
        public Signal bytes(byte[] buffer, int length, long nanos) {
            return Signal.ALIVE;
        }
    }
}
