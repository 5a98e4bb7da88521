package dev.rota.discovery.json;

import org.jspecify.annotations.Nullable;

/**
 * What a page says about the catalogue beside its records.
 *
 * @param totalCount how many records all pages hold; null if the catalogue does not say
 * @param next address of the next page, as written; null on the last
 */
public record PageEnd(@Nullable Long totalCount, @Nullable String next) {}
