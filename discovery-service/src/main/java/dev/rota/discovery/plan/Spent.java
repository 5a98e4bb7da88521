package dev.rota.discovery.plan;

/**
 * Requests spent: by discovery's own probes, and by all probes, those somebody asked for included.
 *
 * @param ownThisMinute by discovery in the last 60 seconds
 * @param allThisMinute by all in the last 60 seconds
 * @param ownToday by discovery since midnight UTC
 * @param allToday by all since midnight UTC
 * @param usdToday what probes of paid models may have cost since midnight UTC, in US dollars
 */
public record Spent(long ownThisMinute, long allThisMinute, long ownToday, long allToday, double usdToday) {
    public static final Spent NOTHING = new Spent(0, 0, 0, 0);

    /** Where nothing costs money. */
    public Spent(long ownThisMinute, long allThisMinute, long ownToday, long allToday) {
        this(ownThisMinute, allThisMinute, ownToday, allToday, 0);
    }
}
