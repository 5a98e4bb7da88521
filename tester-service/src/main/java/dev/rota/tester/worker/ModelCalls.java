package dev.rota.tester.worker;

import dev.rota.domain.probe.ModelFound;
import dev.rota.domain.result.Failure;
import dev.rota.provider.judge.Transcript;
import dev.rota.tester.suite.Task;
import dev.rota.tester.suite.Timeouts;

/** Calls models. */
public interface ModelCalls {
    /** Calls the model once, within the limits, if it may be called. */
    Call call(ModelFound probe, Task task, Timeouts timeouts);

    /** What came of asking for a call. */
    sealed interface Call {
        /**
         * The model was called.
         *
         * @param chat whatever came back
         */
        record Made(Transcript chat) implements Call {}

        /**
         * It was not, because it must not or cannot be.
         *
         * @param failure why
         */
        record Refused(Failure failure) implements Call {}
    }
}
