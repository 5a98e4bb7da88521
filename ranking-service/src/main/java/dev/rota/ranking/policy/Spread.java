package dev.rota.ranking.policy;

/**
 * Keeps a rotation's first entries from failing together. Where too few models are left to obey, order wins over
 * spread.
 *
 * @param first how many of the first entries it governs; 0 for none
 * @param perFamily how many of them may be of one family
 * @param perUpstream how many of them may come from one catalogue, the nearest to an upstream that catalogues tell
 * @param fallbackOfOtherFamily whether the second entry must not be of the primary's family
 */
public record Spread(int first, int perFamily, int perUpstream, boolean fallbackOfOtherFamily) {
    /** No spread at all. */
    public static final Spread NONE = new Spread(0, Integer.MAX_VALUE, Integer.MAX_VALUE, false);

    /** What a policy that says nothing gets. */
    public static final Spread DEFAULT = new Spread(6, 3, Integer.MAX_VALUE, true);

    public Spread {
        if (first < 0 || perFamily < 1 || perUpstream < 1) {
            throw new IllegalArgumentException(
                    "spread needs first of 0 or more, perFamily and perUpstream of 1 or more," + " not " + first + ", "
                            + perFamily + ", " + perUpstream);
        }
    }
}
