package dev.rota.provider.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Finds the frames of a chat's event stream in its lines.
 *
 * <p>A frame is taken as soon as a line holds one whole, so that its time is that of its arrival. A line that is not
 * whole waits for the lines after it, up to the empty one; then what can be saved from it is: two frames that a proxy
 * ran together are both read, and half a frame before a whole one is counted as lost.
 */
final class FrameReader {
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final String DATA = "data:";

    private final AnswerBuilder answer;
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private boolean errorEvent;
    private boolean finished;
    private boolean useful;
    private int lost;
    private int foreign;

    FrameReader(AnswerBuilder answer) {
        this.answer = answer;
    }

    /** One line, without its end. */
    void line(byte[] bytes, int from, int to, long nanos) {
        int start = skipSpace(bytes, from, to);
        if (start == to) {
            blank(nanos);
        } else if (startsWith(bytes, start, to, DATA)) {
            data(bytes, skipSpace(bytes, start + DATA.length(), to), to, nanos);
        } else if (startsWith(bytes, start, to, "event:")) {
            errorEvent = text(bytes, start + 6, to).strip().equals("error");
        } else if (bytes[start] == '{') {
            // An error that a proxy wrote into the stream without the stream's form.
            data(bytes, start, to, nanos);
        } else if (bytes[start] == '<') {
            lost++;
        }
        // Comments, ids and unknown fields are none of our business.
    }

    private void data(byte[] bytes, int from, int to, long nanos) {
        if (startsWith(bytes, from, to, "[DONE]")) {
            blank(nanos);
            finished = true;
            return;
        }
        UsualFrame usual = errorEvent ? null : UsualFrame.read(bytes, from, to);
        if (usual != null) {
            blank(nanos);
            useful |= answer.accept(usual, nanos);
            return;
        }
        JsonNode frame = parse(bytes, from, to);
        if (frame != null) {
            blank(nanos);
            take(frame, nanos);
        } else if (to > from) {
            pending.write(bytes, from, to - from);
            pending.write('\n');
        }
    }

    /** The end of an event: whatever still waits is whole now, or damaged. */
    private void blank(long nanos) {
        if (pending.size() == 0) {
            return;
        }
        byte[] waiting = pending.toByteArray();
        pending.reset();
        JsonNode frame = parse(waiting, 0, waiting.length);
        if (frame != null) {
            take(frame, nanos);
        } else {
            // One character a byte, so that what is no UTF-8 does not become valid on the way.
            salvage(new String(waiting, StandardCharsets.ISO_8859_1), nanos);
        }
    }

    private void salvage(String damaged, long nanos) {
        for (String piece : damaged.split(DATA, -1)) {
            byte[] bytes = piece.strip().getBytes(StandardCharsets.ISO_8859_1);
            JsonNode frame = parse(bytes, 0, bytes.length);
            if (frame != null) {
                take(frame, nanos);
            } else if (piece.strip().equals("[DONE]")) {
                finished = true;
            } else if (bytes.length > 0) {
                lost++;
            }
        }
    }

    private void take(JsonNode frame, long nanos) {
        if (errorEvent) {
            answer.fail(frame.toString());
        }
        errorEvent = false;
        boolean understood = answer.accept(frame, nanos);
        useful |= understood;
        if (!understood && !frame.has("choices")) {
            foreign++;
        }
    }

    /** The stream is at its end; a line that was cut is no frame, and the missing finish will tell. */
    void end(long nanos) {
        byte[] waiting = pending.toByteArray();
        pending.reset();
        JsonNode frame = parse(waiting, 0, waiting.length);
        if (frame != null) {
            take(frame, nanos);
        }
    }

    /** Whether anything of use came since the last call. */
    boolean takeUseful() {
        boolean result = useful;
        useful = false;
        return result;
    }

    boolean finished() {
        return finished;
    }

    int lost() {
        return lost;
    }

    /** Frames that are JSON but of some other protocol. */
    int foreign() {
        return foreign;
    }

    /** An object, whole and with nothing after it; else null. Invalid UTF-8 is no JSON. */
    private static @Nullable JsonNode parse(byte[] bytes, int from, int to) {
        if (from >= to || bytes[from] != '{') {
            return null;
        }
        try {
            JsonNode node = JSON.readTree(bytes, from, to - from);
            return node.isObject() ? node : null;
        } catch (JsonProcessingException _) {
            return null;
        } catch (IOException _) {
            // Jackson's way to say that the bytes are no UTF-8.
            return null;
        }
    }

    static int skipSpace(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to && (bytes[i] == ' ' || bytes[i] == '\t')) {
            i++;
        }
        return i;
    }

    private static boolean startsWith(byte[] bytes, int from, int to, String prefix) {
        if (to - from < prefix.length()) {
            return false;
        }
        for (int i = 0; i < prefix.length(); i++) {
            if (bytes[from + i] != prefix.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }
}
