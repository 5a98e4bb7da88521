package dev.rota.launcher.up;

import dev.rota.domain.probe.ModelFound;
import dev.rota.domain.result.TestResult;
import dev.rota.domain.rotation.Rotation;
import dev.rota.domain.rotation.RotationChange;

/** Shows what happens as it happens. Called by one thread at a time. */
interface View extends AutoCloseable {
    void found(ModelFound probe);

    void result(TestResult result);

    void rotation(Rotation rotation);

    void change(RotationChange change);

    /** A line that is no event: what became of a sweep, or a problem. */
    void note(String line);

    /** Called now and then, so that ages and figures are redrawn although nothing happened. */
    void tick();

    @Override
    void close();
}
