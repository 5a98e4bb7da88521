package dev.rota.schema.topic;

/** How a topic forgets. */
public enum Cleanup {
    /** Keeps the newest record of each key. */
    COMPACT("compact"),
    /** Drops records older than the retention. */
    DELETE("delete");

    private final String setting;

    Cleanup(String setting) {
        this.setting = setting;
    }

    /** The value of Kafka's {@code cleanup.policy}. */
    public String setting() {
        return setting;
    }
}
