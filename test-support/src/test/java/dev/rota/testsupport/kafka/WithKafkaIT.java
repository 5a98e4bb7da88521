package dev.rota.testsupport.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@WithKafka
@Timeout(120)
class WithKafkaIT {

    @Test
    void aConsumerGroupIsAwaitedUntilItHasReadAll(TestKafka kafka) throws Exception {
        String topic = kafka.createTopic("t", 2);
        String group = kafka.name("group");
        write(kafka, topic, "a", "b", "c");
        Map<String, Object> settings = kafka.clientSettings();
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(topic));
            int read = 0;
            while (read < 3) {
                read += consumer.poll(Duration.ofMillis(100)).count();
            }
            consumer.commitSync();
        }
        kafka.awaitGroupCaughtUp(group);
    }

    @Test
    void aShareGroupIsAwaitedUntilItHasFinishedAll(TestKafka kafka) throws Exception {
        String topic = kafka.createTopic("work", 1);
        String group = kafka.name("share");
        Map<String, Object> settings = kafka.clientSettings();
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        kafka.setGroup(group, Map.of("share.auto.offset.reset", "earliest"));
        write(kafka, topic, "a", "b", "c");
        try (var consumer = new KafkaShareConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(topic));
            int read = 0;
            while (read < 3) {
                read += consumer.poll(Duration.ofMillis(100)).count();
            }
            consumer.commitSync();
        }
        kafka.awaitShareGroupCaughtUp(group, topic);
    }

    @Test
    void namesAreNeverTheSame(TestKafka kafka) {
        assertThat(kafka.name("x"))
                .isNotEqualTo(kafka.name("x"))
                .contains("WithKafkaIT")
                .contains("x");
    }

    @Test
    void aDeletedTopicIsGoneAndCanBeMadeAgain(TestKafka kafka) {
        String topic = kafka.name("fixed");
        kafka.createTopicNamed(topic, 1, Map.of("cleanup.policy", "compact"));
        kafka.deleteTopics(topic);
        kafka.createTopicNamed(topic, 1, Map.of());
    }

    @Test
    void theRegistryAnswers(TestKafka kafka) throws Exception {
        try (var answer =
                URI.create(kafka.registryUrl() + "/schemas/types").toURL().openStream()) {
            assertThat(new String(answer.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo("[\"AVRO\"]");
        }
    }

    private static void write(TestKafka kafka, String topic, String... values) throws Exception {
        try (var producer =
                new KafkaProducer<>(kafka.clientSettings(), new StringSerializer(), new StringSerializer())) {
            for (String value : values) {
                producer.send(new ProducerRecord<>(topic, value)).get(60, TimeUnit.SECONDS);
            }
        }
    }
}
