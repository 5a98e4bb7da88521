package dev.rota.ranking.replay;

import dev.rota.domain.model.ModelId;
import dev.rota.ranking.evidence.Evidence;
import dev.rota.ranking.standing.Estimator;
import dev.rota.ranking.standing.PreparedEvidence;
import dev.rota.ranking.standing.TaskNorms;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Prepared evidence of the models that were asked of last, so that a standing that only fades is cheap. What is not
 * there is prepared again: how many there are changes nothing but the time it takes.
 */
final class PreparedModels {
    /** Many more than are in reach of a few rotations, at some twenty kilobytes each. */
    private static final int MOST = 1024;

    private final Estimator estimator;
    private final Map<ModelId, PreparedEvidence> newest = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<ModelId, PreparedEvidence> eldest) {
            return size() > MOST;
        }
    };

    PreparedModels(Estimator estimator) {
        this.estimator = estimator;
    }

    /** Keeps what was prepared elsewhere. */
    void put(ModelId model, PreparedEvidence prepared) {
        newest.put(model, prepared);
    }

    /** The model's evidence, prepared; {@code evidence} and {@code norms} are what it must be of. */
    PreparedEvidence of(ModelId model, Evidence evidence, TaskNorms norms) {
        PreparedEvidence known = newest.get(model);
        if (known != null && known.evidence() == evidence && known.norms().equals(norms)) {
            return known;
        }
        PreparedEvidence prepared = estimator.prepare(evidence, norms);
        newest.put(model, prepared);
        return prepared;
    }
}
