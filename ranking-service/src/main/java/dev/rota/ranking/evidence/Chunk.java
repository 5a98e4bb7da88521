package dev.rota.ranking.evidence;

import org.jspecify.annotations.Nullable;

/**
 * A part of a model's evidence as a changelog keeps it, under the model's name and the chunk's.
 *
 * @param name unique within the model, and short
 * @param bytes the content; null if the chunk is no more
 */
@SuppressWarnings("ArrayRecordComponent") // handed straight to a serializer; never compared
public record Chunk(int name, byte @Nullable [] bytes) {}
