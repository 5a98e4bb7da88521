package dev.rota.gateway.stream;

import java.time.Duration;

/**
 * What streams may cost.
 *
 * @param subscribers how many at once
 * @param heartbeat how often a silent stream gets a comment
 * @param slowClient how long one write may take
 */
public record StreamLimits(int subscribers, Duration heartbeat, Duration slowClient) {}
