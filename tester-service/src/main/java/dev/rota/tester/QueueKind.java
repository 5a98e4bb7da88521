package dev.rota.tester;

/** How testers share the probes. */
public enum QueueKind {
    /** A share group: more workers than partitions help, deliveries are counted. Needs Kafka 4.2 or newer. */
    SHARE,
    /** A consumer group: for older brokers; no more slots work than there are partitions. */
    CLASSIC
}
