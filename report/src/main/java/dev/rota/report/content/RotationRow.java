package dev.rota.report.content;

import dev.rota.domain.rotation.RotationEntry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A model of the rotation at the range's end.
 *
 * @param entry its place and figures
 * @param before its position at the range's start; null if it was not in
 * @param family whose model it is
 * @param successLow lower bound of an 80 % interval of its chance to succeed; null if unknown
 * @param successHigh upper bound
 * @param medians median latency of each bucket of {@link Trends}, in milliseconds; null where it did not answer
 */
public record RotationRow(
        RotationEntry entry,
        @Nullable Integer before,
        String family,
        @Nullable Double successLow,
        @Nullable Double successHigh,
        List<@Nullable Double> medians) {}
