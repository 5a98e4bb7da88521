package dev.rota.discovery.plan;

import dev.rota.domain.model.ModelFacts;
import dev.rota.domain.probe.ModelFound;
import dev.rota.domain.probe.Trigger;
import java.time.Instant;

/**
 * A probe to publish.
 *
 * @param probeId the same whenever the same reason to test the model is planned again
 * @param facts the model
 * @param trigger why now
 * @param suite the suite, or {@code suite#task}
 * @param requests how many requests it takes
 */
public record PlannedProbe(String probeId, ModelFacts facts, Trigger trigger, String suite, int requests) {
    public ModelFound at(Instant now) {
        return new ModelFound(probeId, facts.model(), trigger, suite, now, facts.facts());
    }
}
