package dev.rota.provider.chat;

import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rota.provider.Headers;
import dev.rota.provider.http.BodySink;
import dev.rota.provider.http.Signal;
import dev.rota.provider.judge.Transcript.Form;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the body of a chat's response. What it is, is told by its first bytes: headers say {@code text/event-stream}
 * over a JSON error, and JSON over a stream, often enough.
 */
final class ResponseReader implements BodySink {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The longest line of a stream, in bytes: one frame may carry a whole answer. */
    private static final int MAX_LINE = 4 * 1024 * 1024;

    /** Enough of a body that is neither a stream nor JSON, or that is an error's. */
    private static final int MAX_OTHER = 64 * 1024;

    private static final List<String> STREAM_STARTS = List.of(":", "data:", "event:", "id:", "retry:");

    private final AnswerBuilder answer = new AnswerBuilder();
    private final FrameReader frames = new FrameReader(answer);
    private final LineBuffer lines = new LineBuffer(MAX_LINE);
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private boolean errorStatus;
    private boolean tooLarge;
    private boolean cut;
    private long nowNanos;
    private @Nullable Form form;

    @Override
    public void head(int status, Headers headers) {
        errorStatus = status < 200 || status > 299;
    }

    @Override
    public Signal bytes(byte[] buffer, int length, long nanos) {
        nowNanos = nanos;
        if (form == null) {
            body.write(buffer, 0, length);
            return sniff();
        }
        return form == Form.STREAM ? stream(buffer, length) : keep(buffer, length);
    }

    /** Decides what the body is, once enough of it is there; until then it waits in {@link #body}. */
    private Signal sniff() {
        byte[] all = body.toByteArray();
        int start = 0;
        while (start < all.length && (isSpace(all[start]) || isBom(all, start))) {
            start += isBom(all, start) ? 3 : 1;
        }
        if (start == all.length && all.length < MAX_OTHER) {
            return Signal.WAITING;
        }
        String begin = new String(all, start, Math.min(8, all.length - start), StandardCharsets.ISO_8859_1);
        if (!errorStatus && STREAM_STARTS.stream().anyMatch(begin::startsWith)) {
            form = Form.STREAM;
            body.reset();
            byte[] rest = Arrays.copyOfRange(all, start, all.length);
            return stream(rest, rest.length);
        }
        if (!errorStatus && STREAM_STARTS.stream().anyMatch(mark -> mark.startsWith(begin))) {
            return Signal.WAITING;
        }
        form = !errorStatus && (begin.startsWith("{") || begin.startsWith("[")) ? Form.JSON : Form.OTHER;
        return Signal.ALIVE;
    }

    private static boolean isSpace(byte b) {
        return b >= 0 && b <= ' ';
    }

    private static boolean isBom(byte[] bytes, int at) {
        return at + 2 < bytes.length
                && bytes[at] == (byte) 0xEF
                && bytes[at + 1] == (byte) 0xBB
                && bytes[at + 2] == (byte) 0xBF;
    }

    private Signal stream(byte[] buffer, int length) {
        boolean fits = lines.add(buffer, length, (bytes, from, to) -> frames.line(bytes, from, to, nowNanos));
        if (!fits) {
            tooLarge = true;
            return Signal.STOP;
        }
        if (frames.finished()) {
            return Signal.DONE;
        }
        return frames.takeUseful() ? Signal.ALIVE : Signal.WAITING;
    }

    private Signal keep(byte[] buffer, int length) {
        body.write(buffer, 0, length);
        return form == Form.OTHER && body.size() > MAX_OTHER ? Signal.STOP : Signal.ALIVE;
    }

    /** The body is at its end, or given up. */
    void end() {
        if (form == null
                && body.size() > 0
                && !body.toString(StandardCharsets.UTF_8).isBlank()) {
            form = Form.OTHER;
        }
        switch (form) {
            case null -> {}
            case EMPTY -> {}
            case STREAM -> endStream();
            case JSON -> endJson();
            case OTHER -> answer.fail(bodyText());
        }
        answer.end();
    }

    private void endStream() {
        lines.end((bytes, from, to) -> frames.line(bytes, from, to, nowNanos));
        frames.end(nowNanos);
        if (!answer.sawChat() && answer.error() == null && frames.foreign() > 0) {
            form = Form.OTHER;
        }
    }

    /** The first object counts; what somebody wrote after it does not. */
    private void endJson() {
        try {
            JsonNode root = JSON.readTree(body.toByteArray());
            answer.accept(root, nowNanos);
            if (!answer.sawChat() && answer.error() == null) {
                form = Form.OTHER;
            }
        } catch (JsonEOFException _) {
            cut = true;
        } catch (IOException _) {
            form = Form.OTHER;
            answer.fail(bodyText());
        }
    }

    private String bodyText() {
        String text = body.toString(StandardCharsets.UTF_8);
        return text.length() > MAX_OTHER ? text.substring(0, MAX_OTHER) : text;
    }

    Form form() {
        return form == null ? Form.EMPTY : form;
    }

    /** Whether the protocol's own end was seen. */
    boolean finished() {
        return form == Form.STREAM ? frames.finished() : form == Form.JSON && !cut;
    }

    /** Whether anything of the model's has come on a stream, reasoning included. */
    boolean begun() {
        return answer.firstTokenNanos() != null || answer.firstReasoningNanos() != null;
    }

    boolean tooLarge() {
        return tooLarge;
    }

    int lostFrames() {
        return frames.lost();
    }

    AnswerBuilder answer() {
        return answer;
    }
}
