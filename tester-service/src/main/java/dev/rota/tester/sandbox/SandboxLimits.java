package dev.rota.tester.sandbox;

import java.time.Duration;

/**
 * What one program may cost.
 *
 * @param step the longest that loading, or one step, may run
 * @param total the longest that the whole program may run
 * @param memoryBytes the most memory its engine may have, the engine's own 1.3 MB included
 * @param outputBytes the longest report of one step
 */
public record SandboxLimits(Duration step, Duration total, long memoryBytes, int outputBytes) {
    /** A second for a step, three for a program, 32 MiB, 64 KiB. Honest answers need milliseconds. */
    public static final SandboxLimits DEFAULT =
            new SandboxLimits(Duration.ofSeconds(1), Duration.ofSeconds(3), 32L << 20, 64 << 10);

    private static final long LEAST_MEMORY = 4L << 20;
    private static final long MOST_MEMORY = 1L << 30;

    public SandboxLimits {
        if (!step.isPositive() || total.compareTo(step) < 0) {
            throw new IllegalArgumentException(
                    "limits need 0 < step <= total, not step " + step + " and total " + total);
        }
        if (memoryBytes < LEAST_MEMORY || memoryBytes > MOST_MEMORY) {
            throw new IllegalArgumentException("memoryBytes must be from 4 MiB to 1 GiB, not " + memoryBytes);
        }
        if (outputBytes < 1) {
            throw new IllegalArgumentException("outputBytes must be 1 or more, not " + outputBytes);
        }
    }
}
