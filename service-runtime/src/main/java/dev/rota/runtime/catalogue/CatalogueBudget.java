package dev.rota.runtime.catalogue;

import dev.rota.runtime.config.Settings;

/**
 * What the account may ask of a provider, and how much of it is the user's.
 *
 * @param perMinute requests a minute, 1 or more. Default 20, OpenRouter's limit of free models; any other's 6,000
 * @param perDay requests a day, 1 or more. Default 50, OpenRouter's limit without credit, or what its account tells;
 *     any other's 1,000,000
 * @param reservedShare the share that probing leaves to the user, from 0 to 1. Default 0.5
 * @param perDayChosen whether {@code perDay} is the user's choice, which is never exceeded, or only a default
 */
public record CatalogueBudget(int perMinute, int perDay, double reservedShare, boolean perDayChosen) {
    /** As the user chose it. */
    public CatalogueBudget(int perMinute, int perDay, double reservedShare) {
        this(perMinute, perDay, reservedShare, true);
    }

    static CatalogueBudget read(Settings settings, String prefix, CatalogueBudget fallback) {
        return new CatalogueBudget(
                settings.integer(prefix + ".perMinute", fallback.perMinute, 1, 1_000_000),
                settings.integer(prefix + ".perDay", fallback.perDay, 1, 1_000_000_000),
                settings.number(prefix + ".reservedShare", fallback.reservedShare, 0, 1),
                settings.optionalText(prefix + ".perDay").isPresent());
    }

    /** OpenRouter's limits of an account without credit. */
    public static CatalogueBudget openRouterFree() {
        return new CatalogueBudget(20, 50, 0.5, false);
    }

    /** As good as no limit: for servers of one's own, and the simulator. */
    public static CatalogueBudget ample() {
        return new CatalogueBudget(6_000, 1_000_000, 0.5, false);
    }
}
