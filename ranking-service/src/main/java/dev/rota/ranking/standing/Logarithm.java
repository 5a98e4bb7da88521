package dev.rota.ranking.standing;

/**
 * Natural logarithms of whole milliseconds by a table and a straight line between its points: an error below
 * 10<sup>-7</sup>, several times as fast as {@link Math#log}, and the same on every machine, which {@link Math#log}
 * need not be.
 */
final class Logarithm {
    private static final int BITS = 11;
    private static final double LOG_OF_TWO = StrictMath.log(2);
    private static final double[] TABLE = table();

    private Logarithm() {}

    /** @param value at least 1 */
    static double of(int value) {
        long bits = Double.doubleToRawLongBits((double) value);
        int exponent = (int) (bits >>> 52) - 1023;
        int step = (int) (bits >>> (52 - BITS)) & ((1 << BITS) - 1);
        double part = (bits & ((1L << (52 - BITS)) - 1)) * 0x1p-41;
        return exponent * LOG_OF_TWO + TABLE[step] + part * (TABLE[step + 1] - TABLE[step]);
    }

    private static double[] table() {
        double[] table = new double[(1 << BITS) + 1];
        for (int i = 0; i < table.length; i++) {
            table[i] = StrictMath.log(1 + i / (double) (1 << BITS));
        }
        return table;
    }
}
