package dev.rota.report.build;

import dev.rota.domain.rotation.Rotation;
import dev.rota.domain.rotation.RotationEntry;
import org.jspecify.annotations.Nullable;

/** What awaits a caller who tries a rotation's entries in order until one answers. */
final class Chain {
    private Chain() {}

    /**
     * Expected milliseconds until an answer, or until all have failed: the cost of trying entry i, which is its index
     * times its success rate (contract section 4), times the chance that all before it failed. Null without entries.
     */
    static @Nullable Double expectedMs(@Nullable Rotation rotation) {
        if (rotation == null || rotation.entries().isEmpty()) {
            return null;
        }
        double expected = 0;
        double reached = 1;
        for (RotationEntry entry : rotation.entries()) {
            expected += reached * entry.expectedTimeToSuccessMs() * entry.successRate();
            reached *= 1 - entry.successRate();
        }
        return expected;
    }

    /** The chance that every entry fails. */
    static double allFail(Rotation rotation) {
        double reached = 1;
        for (RotationEntry entry : rotation.entries()) {
            reached *= 1 - entry.successRate();
        }
        return reached;
    }
}
