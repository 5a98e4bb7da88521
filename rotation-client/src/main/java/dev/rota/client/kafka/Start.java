package dev.rota.client.kafka;

/** Where in a topic a follower begins. */
public sealed interface Start {
    /** With its oldest record. */
    record Beginning() implements Start {}

    /**
     * With the newest records only.
     *
     * @param records how many of each partition, 0 or more
     */
    record Tail(long records) implements Start {
        public Tail {
            if (records < 0) {
                throw new IllegalArgumentException("records must be 0 or more, not " + records);
            }
        }
    }

    static Start beginning() {
        return new Beginning();
    }

    static Start tail(long records) {
        return new Tail(records);
    }
}
