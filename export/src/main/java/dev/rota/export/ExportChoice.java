package dev.rota.export;

/**
 * What somebody wants exported.
 *
 * @param allowPaid whether models may go out that cost money, or of which the catalogue does not say that they do not
 * @param allowSimulated whether the simulator's models may go out
 * @param limit at most so many models, 1 or more
 */
public record ExportChoice(boolean allowPaid, boolean allowSimulated, int limit) {
    public ExportChoice {
        if (limit < 1) {
            throw new IllegalArgumentException("limit must be 1 or more, not " + limit);
        }
    }

    /** Free and real models, all of them. */
    public static ExportChoice free() {
        return new ExportChoice(false, false, Integer.MAX_VALUE);
    }
}
