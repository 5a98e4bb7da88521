package dev.rota.report.content;

import dev.rota.domain.model.ModelId;
import java.time.Instant;

/**
 * A time during which one model was primary.
 *
 * @param model the primary
 * @param from when it became so, or the range's start
 * @param to when another did, or the range's end
 * @param reason why it became primary
 */
public record Reign(ModelId model, Instant from, Instant to, String reason) {}
