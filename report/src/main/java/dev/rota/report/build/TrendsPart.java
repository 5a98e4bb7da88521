package dev.rota.report.build;

import dev.rota.domain.result.Fault;
import dev.rota.domain.rotation.Rotation;
import dev.rota.domain.rotation.RotationEntry;
import dev.rota.report.content.Trends;
import dev.rota.report.history.Seen;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cuts the range into buckets of a round width, at most {@value #MOST} of them. */
public final class TrendsPart {
    static final int MOST = 48;

    private static final List<Duration> WIDTHS = List.of(
            Duration.ofSeconds(10),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(3),
            Duration.ofHours(6),
            Duration.ofHours(12),
            Duration.ofDays(1),
            Duration.ofDays(2),
            Duration.ofDays(7),
            Duration.ofDays(30),
            Duration.ofDays(365));

    private TrendsPart() {}

    public static Trends of(Scene scene) {
        Duration width = width(scene.from(), scene.to());
        long widthMs = width.toMillis();
        long first = Math.floorDiv(scene.from().toEpochMilli(), widthMs);
        int count = (int) (Math.floorDiv(scene.to().toEpochMilli(), widthMs) - first) + 1;
        Tally[] tallies = new Tally[count];
        for (int i = 0; i < count; i++) {
            tallies[i] = new Tally();
        }
        for (Seen seen : scene.results()) {
            tallies[(int) (Math.floorDiv(seen.atMs(), widthMs) - first)].add(seen);
        }
        List<Trends.Bucket> buckets = new ArrayList<>();
        Primaries primaries = new Primaries(scene.ranked().revisions());
        for (int i = 0; i < count; i++) {
            Instant start = Instant.ofEpochMilli((first + i) * widthMs);
            buckets.add(tallies[i].bucket(start, primaries.by(start.plus(width))));
        }
        return new Trends(width, buckets);
    }

    static Duration width(Instant from, Instant to) {
        long span = Duration.between(from, to).toMillis();
        for (Duration width : WIDTHS) {
            if (span / width.toMillis() < MOST - 1) {
                return width;
            }
        }
        return WIDTHS.getLast().multipliedBy(span / WIDTHS.getLast().toMillis() / (MOST - 1) + 1);
    }

    private static final class Tally {
        private final Quantile latencies = new Quantile();
        private long successes;
        private long modelFailures;
        private long setAside;

        void add(Seen seen) {
            if (seen.succeeded()) {
                successes++;
                latencies.add(seen.latencyMs());
            } else if (seen.fault() == Fault.MODEL) {
                modelFailures++;
            } else {
                setAside++;
            }
        }

        Trends.Bucket bucket(Instant start, @Nullable RotationEntry primary) {
            return new Trends.Bucket(
                    start,
                    successes,
                    modelFailures,
                    setAside,
                    latencies.at(0.5),
                    latencies.at(0.95),
                    primary == null ? null : (Double) primary.latencyP50Ms(),
                    primary == null ? null : (Double) primary.successRate());
        }
    }

    /** Walks through the revisions as time goes on. */
    private static final class Primaries {
        private final List<Rotation> revisions;
        private int next;
        private @Nullable RotationEntry primary;

        Primaries(List<Rotation> revisions) {
            this.revisions = revisions;
        }

        @Nullable
        RotationEntry by(Instant end) {
            while (next < revisions.size() && revisions.get(next).computedAt().isBefore(end)) {
                primary = revisions.get(next++).primary().orElse(null);
            }
            return primary;
        }
    }
}
