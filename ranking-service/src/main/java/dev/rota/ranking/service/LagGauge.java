package dev.rota.ranking.service;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.streams.KafkaStreams;

/** How far the ranking is behind what came in, in records of the partition that is furthest behind. */
final class LagGauge {
    private LagGauge() {}

    static void register(KafkaStreams streams, MeterRegistry registry) {
        Gauge.builder("rota.ranking.lag.records", streams, LagGauge::lag).register(registry);
    }

    private static double lag(KafkaStreams streams) {
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
