package dev.rota.provider.limit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The account has used up what it may: no request of any model until then.
 *
 * @param scope how long such a limit lasts
 * @param until when it ends
 * @param allowed requests in the whole period; null if the provider does not say
 */
public record AccountLimit(
        LimitScope scope, Instant until, @Nullable Long allowed) {}
