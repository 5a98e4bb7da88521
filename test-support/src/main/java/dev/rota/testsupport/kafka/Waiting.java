package dev.rota.testsupport.kafka;

import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.awaitility.Awaitility;

/** Waits for something that can be observed. */
final class Waiting {

    private static final Duration POLL = Duration.ofMillis(50);

    private Waiting() {}

    static <T> void until(String what, Supplier<T> observed, Predicate<T> good) {
        Awaitility.await(what)
                .pollInterval(POLL)
                .atMost(Duration.ofSeconds(TestKafka.LIMIT_SECONDS))
                .until(observed::get, good);
    }
}
