/**
 * The ranking service: {@link dev.rota.ranking.service.RankingConfig} says how it runs,
 * {@link dev.rota.ranking.service.RankingService} runs the topology, and
 * {@link dev.rota.ranking.service.RankingRebuild} makes it forget all that it derived from history.
 */
@NullMarked
package dev.rota.ranking.service;

import org.jspecify.annotations.NullMarked;
