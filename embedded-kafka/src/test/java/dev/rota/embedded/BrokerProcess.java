package dev.rota.embedded;

import java.nio.file.Path;

/** A broker in a process of its own, so that a test can kill it. Prints its address and waits to be killed. */
final class BrokerProcess {

    private BrokerProcess() {}

    static void main(String[] arguments) throws InterruptedException {
        EmbeddedKafka kafka = new EmbeddedKafka(new EmbeddedKafkaConfig(Path.of(arguments[0]), 0));
        kafka.start();
        IO.println("bootstrap " + kafka.bootstrapServers());
        Thread.currentThread().join();
    }
}
