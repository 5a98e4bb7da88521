package dev.rota.gateway.feed;

import dev.rota.client.RotationFeed;
import dev.rota.client.kafka.KafkaFeed;
import dev.rota.domain.rotation.Rotation;
import dev.rota.gateway.Publisher;
import dev.rota.testsupport.kafka.TestKafka;
import dev.rota.testsupport.kafka.WithKafka;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

@WithKafka
class KafkaFeedIT extends FeedContract {
    private TestKafka kafka;
    private Publisher publisher;

    @BeforeEach
    void start(TestKafka given) {
        kafka = given;
        publisher = new Publisher(given);
    }

    @AfterEach
    void stop() {
        publisher.close();
    }

    @Override
    RotationFeed feed(String rotation) {
        return new KafkaFeed(publisher.settings(), rotation);
    }

    @Override
    void publish(Rotation rotation) {
        publisher.publish(rotation);
    }

    @Override
    String name() {
        return kafka.name("rotation");
    }
}
