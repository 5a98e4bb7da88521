package dev.rota.schema.mapping;

import dev.rota.domain.model.Facts;
import dev.rota.domain.model.ModelId;
import dev.rota.domain.result.FailureKind;
import dev.rota.domain.standing.Standing;
import dev.rota.domain.standing.TaskStanding;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.Schema;

/** A standing. */
public final class StandingMapping implements EventMapping<Standing, dev.rota.event.Standing> {
    @Override
    public Class<dev.rota.event.Standing> eventType() {
        return dev.rota.event.Standing.class;
    }

    @Override
    public Schema schema() {
        return dev.rota.event.Standing.getClassSchema();
    }

    @Override
    public dev.rota.event.Standing toEvent(Standing value) {
        Facts facts = value.facts();
        FailureKind lastFailure = value.lastFailureKind();
        Map<String, Long> failures = new TreeMap<>();
        value.failures().forEach((kind, count) -> failures.put(kind.name(), count));
        return new dev.rota.event.Standing(
                value.model().toString(),
                value.computedAt(),
                facts == null ? null : FactsMapping.toEvent(facts),
                value.retiredAt(),
                value.successRate(),
                value.successRateLow(),
                value.successRateHigh(),
                value.expectedLatencyMs(),
                value.expectedFailureMs(),
                value.expectedTimeToSuccessMs(),
                value.latencyP50Ms(),
                value.latencyP95Ms(),
                value.firstTokenP50Ms(),
                value.quality(),
                value.observations(),
                value.weight(),
                value.setAside(),
                value.consecutiveFailures(),
                value.firstResultAt(),
                value.lastResultAt(),
                value.lastSuccessAt(),
                lastFailure == null ? null : TestResultMapping.KINDS.toEvent(lastFailure),
                failures,
                value.tasks().stream().map(StandingMapping::toEvent).toList());
    }

    @Override
    public Standing toDomain(dev.rota.event.Standing event) {
        dev.rota.event.Facts facts = event.getFacts();
        dev.rota.event.FailureKind lastFailure = event.getLastFailureKind();
        Map<FailureKind, Long> failures = new EnumMap<>(FailureKind.class);
        event.getFailures().forEach((kind, count) -> failures.put(FailureKind.valueOf(kind), count));
        return new Standing(
                ModelId.parse(event.getModel()),
                event.getComputedAt(),
                facts == null ? null : FactsMapping.toDomain(facts),
                event.getRetiredAt(),
                event.getSuccessRate(),
                event.getSuccessRateLow(),
                event.getSuccessRateHigh(),
                event.getExpectedLatencyMs(),
                event.getExpectedFailureMs(),
                event.getExpectedTimeToSuccessMs(),
                event.getLatencyP50Ms(),
                event.getLatencyP95Ms(),
                event.getFirstTokenP50Ms(),
                event.getQuality(),
                event.getObservations(),
                event.getWeight(),
                event.getSetAside(),
                event.getConsecutiveFailures(),
                event.getFirstResultAt(),
                event.getLastResultAt(),
                event.getLastSuccessAt(),
                lastFailure == null ? null : TestResultMapping.KINDS.toDomain(lastFailure),
                failures,
                event.getTasks().stream().map(StandingMapping::toDomain).toList());
    }

    private static dev.rota.event.TaskStanding toEvent(TaskStanding task) {
        return new dev.rota.event.TaskStanding(
                task.task(), task.successes(), task.failures(), task.quality(), task.meanLatencyMs());
    }

    private static TaskStanding toDomain(dev.rota.event.TaskStanding event) {
        return new TaskStanding(
                event.getTask(),
                event.getSuccesses(),
                event.getFailures(),
                event.getQuality(),
                event.getMeanLatencyMs());
    }
}
