package dev.rota.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.rota.client.RotationSubscription;
import dev.rota.client.http.HttpFeed;
import dev.rota.json.JsonForms;
import dev.rota.runtime.kafka.KafkaSettings;
import dev.rota.testsupport.kafka.TestKafka;
import dev.rota.testsupport.kafka.WithKafka;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@WithKafka
@Timeout(180)
class GatewayServiceIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final HttpClient client = HttpClient.newHttpClient();

    private static GatewayService gateway(int port, KafkaSettings kafka) {
        return new GatewayService(
                GatewayConfig.onLoopback(port),
                kafka,
                new PrometheusMeterRegistry(PrometheusConfig.DEFAULT),
                GatewayParts.none(),
                ChatParts.none());
    }

    private HttpResponse<String> get(GatewayService gateway, String path) throws IOException, InterruptedException {
        URI uri = gateway.address().resolve(path);
        return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void whatTheTopicsHoldIsServedAndWhatComesIsStreamed(TestKafka kafka) throws Exception {
        String name = kafka.name("rotation");
        try (Publisher publisher = new Publisher(kafka);
                GatewayService gateway = gateway(0, publisher.settings())) {
            publisher.publish(Samples.rotation(name, 1));
            publisher.publish(Samples.standing(Samples.MODEL));
            gateway.start();
            await().atMost(LIMIT).until(() -> get(gateway, "/readyz").statusCode() == 200);
            assertThat(get(gateway, "/api/rotations/" + name).body())
                    .isEqualTo(JsonForms.ROTATION.write(Samples.rotation(name, 1)));
            assertThat(get(gateway, "/api/models/" + Samples.MODEL).body())
                    .isEqualTo(JsonForms.STANDING.write(Samples.standing(Samples.MODEL)));
            try (RotationSubscription subscription = RotationSubscription.to(new HttpFeed(gateway.address(), name))) {
                subscription.await(LIMIT);
                publisher.publish(Samples.rotation(name, 2));
                await().atMost(LIMIT).until(() -> subscription.current().revision() == 2);
            }
        }
    }

    @Test
    void withoutKafkaItRunsAndSaysWhatIsMissing() throws Exception {
        try (GatewayService gateway = gateway(0, KafkaSettings.of("127.0.0.1:9", "http://127.0.0.1:9"))) {
            gateway.start();
            assertThat(get(gateway, "/healthz").statusCode()).isEqualTo(200);
            await().atMost(LIMIT)
                    .until(() -> get(gateway, "/readyz").body().contains("Kafka at 127.0.0.1:9 does not answer"));
        }
    }

    @Test
    void aPortThatIsTakenIsNamed() {
        KafkaSettings nowhere = KafkaSettings.of("127.0.0.1:9", "http://127.0.0.1:9");
        try (GatewayService first = gateway(0, nowhere)) {
            first.start();
            int port = first.address().getPort();
            try (GatewayService second = gateway(port, nowhere)) {
                assertThatThrownBy(second::start)
                        .isInstanceOf(GatewayException.class)
                        .hasMessageContaining("cannot listen on 127.0.0.1:" + port)
                        .hasMessageContaining("choose another");
            }
        }
    }
}
