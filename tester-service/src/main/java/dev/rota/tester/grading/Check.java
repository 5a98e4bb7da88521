package dev.rota.tester.grading;

/**
 * One thing that was checked.
 *
 * @param name what should hold, in a few words
 * @param weight its share of the quality, beside the others of the same grade; 0 or more
 * @param passed whether it holds
 * @param detail what was found where it does not hold, or empty; bounded, and safe to print
 */
public record Check(String name, double weight, boolean passed, String detail) {
    /** The longest detail kept, in characters. */
    public static final int MAX_DETAIL = 300;

    public Check {
        if (!(weight >= 0) || Double.isInfinite(weight)) {
            throw new IllegalArgumentException("weight of check " + name + " must be 0 or more, not " + weight);
        }
        detail = Printable.of(detail, MAX_DETAIL);
    }
}
