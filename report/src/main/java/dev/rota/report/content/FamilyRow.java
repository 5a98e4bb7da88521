package dev.rota.report.content;

import dev.rota.domain.model.ModelId;
import org.jspecify.annotations.Nullable;

/**
 * The models of one author.
 *
 * @param family the author
 * @param listed models in the catalogues; those tested, where no catalogue is known
 * @param free of them, how many cost nothing; null where no catalogue is known
 * @param tested models with evidence
 * @param working models that answer at least every second request
 * @param inRotation models in the rotation
 * @param best the one with the least expected time to success; null if none ever answered
 * @param bestMs that time in milliseconds
 */
public record FamilyRow(
        String family,
        int listed,
        @Nullable Integer free,
        int tested,
        int working,
        int inRotation,
        @Nullable ModelId best,
        @Nullable Double bestMs) {}
