package dev.rota.ranking.evidence;

import dev.rota.domain.result.FailureKind;
import dev.rota.domain.result.TestResult;
import org.jspecify.annotations.Nullable;

/**
 * A result in two words, so that ten million fit in memory.
 *
 * <pre>
 * timing : latency ms (32 bits) | first token ms + 1 (32 bits, 0 = not measured)
 * verdict: quality × 65,534 + 1 (16 bits, 0 = not graded) | task (16 bits) | unused (24 bits) | kind + 1 (8 bits, 0 = success)
 * </pre>
 */
final class Packed {
    private static final FailureKind[] KINDS = FailureKind.values();
    private static final double QUALITY_STEPS = 65_534;
    private static final long TASK_MASK = 0xFFFFL << 32;

    private Packed() {}

    static long timing(TestResult result) {
        Long firstToken = result.firstTokenMs();
        long first = firstToken == null ? 0 : clip(firstToken) + 1;
        return (clip(result.latencyMs()) << 32) | first;
    }

    @SuppressWarnings("EnumOrdinal") // a test pins the ordinals, for they are in the changelog
    static long verdict(TestResult result, int task) {
        var failure = result.failure();
        long kind = failure == null ? 0 : failure.kind().ordinal() + 1;
        Double quality = result.quality();
        long graded = quality == null ? 0 : Math.round(quality * QUALITY_STEPS) + 1;
        return (graded << 48) | ((long) task << 32) | kind;
    }

    static int latencyMs(long timing) {
        return (int) (timing >>> 32);
    }

    static int firstTokenMs(long timing) {
        return (int) timing - 1;
    }

    static boolean success(long verdict) {
        return (verdict & 0xFF) == 0;
    }

    static @Nullable FailureKind kind(long verdict) {
        int kind = (int) (verdict & 0xFF);
        return kind == 0 ? null : KINDS[kind - 1];
    }

    /** From 0 to 1; NaN if nothing graded it. */
    static double quality(long verdict) {
        int graded = (int) (verdict >>> 48);
        return graded == 0 ? Double.NaN : (graded - 1) / QUALITY_STEPS;
    }

    static int task(long verdict) {
        return (int) (verdict >>> 32) & 0xFFFF;
    }

    static long withTask(long verdict, int task) {
        return (verdict & ~TASK_MASK) | ((long) task << 32);
    }

    /** Which of two versions of one result is kept: an arbitrary order, but the same everywhere. */
    static int compare(long timing, long verdict, long otherTiming, long otherVerdict) {
        int order = Long.compareUnsigned(timing, otherTiming);
        return order != 0 ? order : Long.compareUnsigned(verdict & ~TASK_MASK, otherVerdict & ~TASK_MASK);
    }

    private static long clip(long millis) {
        return Math.min(millis, Integer.MAX_VALUE - 1);
    }
}
