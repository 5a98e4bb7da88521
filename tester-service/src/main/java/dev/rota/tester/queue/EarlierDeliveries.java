package dev.rota.tester.queue;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/** How often a record was delivered before it was published anew: to brokers, the new one is another record. */
final class EarlierDeliveries {
    static final String HEADER = "rota.earlier-deliveries";

    private static final Pattern COUNT = Pattern.compile("\\d{1,6}");

    private EarlierDeliveries() {}

    /** None if nothing is said of them. */
    static int of(ConsumerRecord<?, ?> record) {
        Header header = record.headers().lastHeader(HEADER);
        String text = header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
        return COUNT.matcher(text).matches() ? Integer.parseInt(text) : 0;
    }

    static void forget(Headers headers) {
        headers.remove(HEADER);
    }

    static void put(Headers headers, int deliveries) {
        forget(headers);
        headers.add(HEADER, Integer.toString(deliveries).getBytes(StandardCharsets.UTF_8));
    }
}
