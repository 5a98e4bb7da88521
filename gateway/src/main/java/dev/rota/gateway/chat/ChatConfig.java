package dev.rota.gateway.chat;

import dev.rota.runtime.config.Settings;
import java.time.Duration;

/**
 * What a request to {@code /v1/chat/completions} may cost.
 *
 * @param requests {@code gateway.chat.requests}: how many at once, 1 to 10,000; more are told to come back. Default 200
 * @param deadline {@code gateway.chat.deadline}: for a request with all its attempts, 1 s to 1 h. Default 2 min
 * @param firstToken {@code gateway.chat.firstToken}: how long a model of a rotation may take to begin a stream before
 *     the next is asked, 100 ms to 10 min. Default 20 s; less moves on sooner, and gives up models that think first
 * @param whole {@code gateway.chat.whole}: the same for an answer that is not streamed, which begins when it ends.
 *     Default 60 s
 */
public record ChatConfig(int requests, Duration deadline, Duration firstToken, Duration whole) {
    public static ChatConfig standard() {
        return new ChatConfig(200, Duration.ofMinutes(2), Duration.ofSeconds(20), Duration.ofSeconds(60));
    }

    public static ChatConfig read(Settings settings) {
        ChatConfig usual = standard();
        Duration second = Duration.ofSeconds(1);
        Duration least = Duration.ofMillis(100);
        Duration most = Duration.ofMinutes(10);
        return new ChatConfig(
                settings.integer("gateway.chat.requests", usual.requests, 1, 10_000),
                settings.duration("gateway.chat.deadline", usual.deadline, second, Duration.ofHours(1)),
                settings.duration("gateway.chat.firstToken", usual.firstToken, least, most),
                settings.duration("gateway.chat.whole", usual.whole, least, most));
    }
}
