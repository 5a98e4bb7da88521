package dev.rota.ranking.backtest;

import dev.rota.domain.model.ModelId;
import dev.rota.domain.result.TestResult;
import java.time.Instant;
import java.util.List;

/** Something that proposes an order from the evidence so far. */
public interface Contender {
    String name();

    /** Takes in a result; they come in the order of their starts. */
    void observe(TestResult result);

    /** The models to try, in order, on the evidence so far. */
    List<ModelId> order(Instant at);
}
