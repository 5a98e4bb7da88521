package dev.rota.launcher.report;

import dev.rota.domain.text.Nearest;
import dev.rota.gateway.ReportSource;
import dev.rota.launcher.UserError;
import dev.rota.ranking.policy.Policy;
import dev.rota.report.Range;
import dev.rota.report.ReportFormat;
import dev.rota.runtime.kafka.KafkaSettings;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Reports over HTTP. One at a time: each reads all of history, and a second one would only slow the first down. */
public final class TopicReports implements ReportSource {
    private final KafkaSettings kafka;
    private final List<Policy> policies;
    private final ReentrantLock turn = new ReentrantLock();

    /** @param policies those of the rotations there are */
    public TopicReports(KafkaSettings kafka, List<Policy> policies) {
        this.kafka = kafka;
        this.policies = List.copyOf(policies);
    }

    @Override
    public String report(Format format, @Nullable String rotation, @Nullable Instant from, @Nullable Instant to) {
        Range range = new Range(from, to);
        Policy policy = policy(policies, rotation);
        turn.lock();
        try {
            return written(format)
                    .write(new ReportMaker(policy, range).make(PastEvents.ofTopics(kafka, (_, _) -> {}), (_, _) -> {}));
        } catch (UserError e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        } finally {
            turn.unlock();
        }
    }

    /**
     * The policy of a rotation.
     *
     * @param name null for {@code speed}, or the first there is without that one
     * @throws IllegalArgumentException with the nearest name, if there is no such rotation
     */
    public static Policy policy(List<Policy> policies, @Nullable String name) {
        List<String> names = policies.stream().map(Policy::name).toList();
        String wanted = name != null ? name : names.contains("speed") ? "speed" : names.getFirst();
        return policies.stream()
                .filter(policy -> policy.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no rotation \"" + wanted + "\""
                        + Nearest.to(wanted, names)
                                .map(near -> "; did you mean \"" + near + "\"?")
                                .orElse("; there are: " + String.join(", ", names))));
    }

    private static ReportFormat written(Format format) {
        return switch (format) {
            case MD -> ReportFormat.MD;
            case HTML -> ReportFormat.HTML;
            case JSON -> ReportFormat.JSON;
        };
    }
}
