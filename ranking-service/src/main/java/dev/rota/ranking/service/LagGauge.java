package dev.rota.ranking.service;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.Supplier;
import org.apache.kafka.streams.KafkaStreams;
import org.jspecify.annotations.Nullable;

/** How far the ranking is behind what came in, in records of the partition that is furthest behind. */
final class LagGauge {
    private LagGauge() {}

    static void register(Supplier<@Nullable KafkaStreams> streams, MeterRegistry registry) {
        Gauge.builder("rota.ranking.lag.records", () -> lag(streams.get())).register(registry);
    }

    private static double lag(@Nullable KafkaStreams streams) {
        if (streams == null) {
            return Double.NaN;
        }
        return streams.metrics().entrySet().stream()
                .filter(metric -> metric.getKey().name().equals("records-lag-max"))
                .filter(metric ->
                        !metric.getKey().tags().getOrDefault("client-id", "").contains("restore"))
                .mapToDouble(metric -> metric.getValue().metricValue() instanceof Double lag ? lag : Double.NaN)
                .filter(lag -> !Double.isNaN(lag))
                .max()
                .orElse(0);
    }
}
