package dev.rota.tester.queue;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is suspected of killing workers. */
class DeliveryTest {
    @ParameterizedTest
    @CsvSource({"1, 5, false", "2, 5, false", "3, 5, true", "3, 8, true", "2, 4, false", "1, 3, false", "2, 3, true"})
    void theThirdDeliveryIsSuspectOrTheLastThatIsWorkedOn(int count, int maxDeliveries, boolean suspect) {
        Delivery delivery = new Delivery(new ConsumerRecord<>("probes", 0, 0, new byte[0], new byte[0]), count);
        assertThat(delivery.isSuspect(maxDeliveries)).isEqualTo(suspect);
    }
}
