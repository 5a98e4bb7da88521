package dev.rota.gateway.chat;

import dev.rota.client.call.Answer;
import dev.rota.client.call.Attempt;
import dev.rota.gateway.stream.ClientWriter;
import dev.rota.gateway.stream.RotationStreams;
import dev.rota.provider.judge.Transcript;
import dev.rota.provider.judge.Transcript.Form;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An answer as it comes. Nothing is sent before something of the model's is there; from then on whole lines are passed
 * on as the provider wrote them, but for errors, which are told in our words: a provider's may quote our request.
 */
final class StreamRelay implements Relay {
    private static final byte[] DONE = "data: [DONE]\n\n".getBytes(StandardCharsets.UTF_8);

    private final ServerResponse response;
    private final Story story;
    private final RotationStreams writers;
    private final ByteArrayOutputStream held = new ByteArrayOutputStream();
    private @Nullable Attempt attempt;
    private @Nullable OutputStream out;
    private @Nullable ClientWriter client;
    private boolean gone;
    private boolean errorSeen;
    private boolean doneSeen;

    StreamRelay(ServerResponse response, Story story, RotationStreams writers) {
        this.response = response;
        this.story = story;
        this.writers = writers;
    }

    @Override
    public void begin(Attempt begun) {
        attempt = begun;
        held.reset();
        errorSeen = false;
        doneSeen = false;
    }

    @Override
    public boolean bytes(byte[] buffer, int length, Form form, boolean begun) {
        held.write(buffer, 0, length);
        if (begun) {
            attempt().firstToken();
            send(wholeLines());
        }
        return !gone;
    }

    @Override
    public boolean clientGone() {
        return gone;
    }

    @Override
    public void finish(Answer<Transcript> answer) {
        if (answer.value().form() == Form.STREAM) {
            send(withoutErrors(held.toString(StandardCharsets.UTF_8)));
        } else {
            send(Frames.ofWhole(held.toByteArray()));
        }
        if (!doneSeen) {
            send(DONE);
        }
        end();
    }

    @Override
    public void fail(ChatError error) {
        if (client == null) {
            throw error;
        }
        send(("data: " + error.json() + "\n\n").getBytes(StandardCharsets.UTF_8));
        end();
    }

    /** Takes from what is held all lines that are whole. */
    private byte[] wholeLines() {
        byte[] all = held.toByteArray();
        int end = all.length;
        while (end > 0 && all[end - 1] != '\n') {
            end--;
        }
        held.reset();
        held.write(all, end, all.length - end);
        return withoutErrors(new String(all, 0, end, StandardCharsets.UTF_8));
    }

    private byte[] withoutErrors(String lines) {
        if (!lines.contains("error") && !lines.contains("[DONE]")) {
            return errorSeen ? new byte[0] : lines.getBytes(StandardCharsets.UTF_8);
        }
        StringBuilder kept = new StringBuilder();
        for (String line : lines.split("(?<=\n)", -1)) {
            errorSeen |= Frames.isError(line);
            if (!errorSeen) {
                doneSeen |= line.startsWith("data:") && line.contains("[DONE]");
                kept.append(line);
            }
        }
        return kept.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void send(byte[] bytes) {
        if (gone || bytes.length == 0) {
            return;
        }
        try {
            opened().write(bytes);
        } catch (IOException | RuntimeException _) {
            gone = true;
        }
    }

    private ClientWriter opened() {
        ClientWriter open = client;
        if (open == null) {
            story.answered(attempt());
            response.header(HeaderNames.CONTENT_TYPE, "text/event-stream");
            // Proxies such as nginx would hold events back.
            response.header("X-Accel-Buffering", "no");
            OutputStream stream = response.outputStream();
            out = stream;
            open = writers.writer(stream);
            client = open;
        }
        return open;
    }

    @Override
    public boolean begun() {
        return client != null;
    }

    @Override
    public void close() {
        ClientWriter open = client;
        if (open != null) {
            writers.release(open);
        }
    }

    private void end() {
        OutputStream open = out;
        if (open == null) {
            return;
        }
        try {
            open.close();
        } catch (IOException | RuntimeException _) {
            gone = true;
        }
    }

    private Attempt attempt() {
        return Objects.requireNonNull(attempt);
    }
}
