package dev.rota.domain.probe;

import dev.rota.domain.Checks;
import dev.rota.domain.model.Facts;
import dev.rota.domain.model.ModelId;
import java.time.Instant;

/**
 * "This model is there; test it": one probe, answered by one result per task of the suite.
 *
 * @param probeId unique to the probe
 * @param model the model to test
 * @param trigger why now
 * @param suite the suite to run, or {@code suite#task} for a single task of it
 * @param foundAt when discovery decided it
 * @param facts what the catalogue says of the model
 */
public record ModelFound(String probeId, ModelId model, Trigger trigger, String suite, Instant foundAt, Facts facts) {
    public ModelFound {
        Checks.text("probeId", probeId);
        Checks.text("suite", suite);
    }
}
