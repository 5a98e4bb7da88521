package dev.rota.ranking.topology;

import dev.rota.domain.model.ModelId;
import dev.rota.domain.standing.Standing;
import dev.rota.ranking.standing.NormBook;
import dev.rota.ranking.standing.TaskNorms;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The norms of tasks over all models, wherever they are ranked: one for each instance, fed with every standing that any
 * instance tells. Safe for use by many threads.
 */
public final class LiveNorms {
    private final NormBook book = new NormBook();
    private boolean fed;
    private volatile TaskNorms inForce = TaskNorms.NONE;

    /** @param standing null if the model is none after all */
    synchronized void put(String model, @Nullable Standing standing) {
        book.put(ModelId.parse(model), standing == null ? List.of() : standing.tasks());
        fed = true;
    }

    /** The norms in force, brought up to date. */
    TaskNorms inForce() {
        renew();
        return inForce;
    }

    private synchronized void renew() {
        if (fed) {
            fed = false;
            if (book.renew()) {
                inForce = book.inForce();
            }
        }
    }
}
