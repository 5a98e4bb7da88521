package dev.rota.gateway.chat;

import dev.rota.client.call.Answer;
import dev.rota.client.call.Attempt;
import dev.rota.provider.judge.Transcript;
import dev.rota.provider.judge.Transcript.Form;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerResponse;
import java.io.ByteArrayOutputStream;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An answer in one piece, passed on as the provider wrote it. */
final class WholeRelay implements Relay {
    private final ServerResponse response;
    private final Story story;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private @Nullable Attempt attempt;

    WholeRelay(ServerResponse response, Story story) {
        this.response = response;
        this.story = story;
    }

    @Override
    public void begin(Attempt begun) {
        attempt = begun;
        body.reset();
    }

    @Override
    public boolean bytes(byte[] buffer, int length, Form form, boolean begun) {
        body.write(buffer, 0, length);
        return true;
    }

    @Override
    public boolean clientGone() {
        return false;
    }

    @Override
    public void finish(Answer<Transcript> answer) {
        story.answered(Objects.requireNonNull(attempt));
        story.failures(answer.failed());
        response.header(HeaderNames.CONTENT_TYPE, "application/json");
        response.send(body.toByteArray());
    }

    @Override
    public boolean begun() {
        return false;
    }

    @Override
    public void close() {}

    @Override
    public void fail(ChatError error) {
        throw error;
    }
}
