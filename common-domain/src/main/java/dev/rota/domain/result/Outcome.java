package dev.rota.domain.result;

import dev.rota.domain.Checks;
import org.jspecify.annotations.Nullable;

/** How a test ended. */
public sealed interface Outcome {
    /**
     * The model answered.
     *
     * @param quality how good the answer was, from 0 to 1; null if nothing graded it
     */
    record Success(@Nullable Double quality) implements Outcome {
        public Success {
            Checks.optionalFraction("quality", quality);
        }
    }

    /**
     * It did not.
     *
     * @param failure why
     */
    record Failed(Failure failure) implements Outcome {}
}
