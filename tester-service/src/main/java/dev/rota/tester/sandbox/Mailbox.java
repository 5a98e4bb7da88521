package dev.rota.tester.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.function.Consumer;
import run.endive.runtime.Instance;
import run.endive.runtime.Memory;

/**
 * Where the harness puts its reports. It takes as many as were asked for, in order, and only with the engine's token;
 * everything else is ignored.
 */
final class Mailbox {
    private static final Outcome TOO_LARGE = new Outcome.Value("{\"$\":\"too large\"}");
    private static final byte[] NULL = "null".getBytes(UTF_8);
    private static final String REQUEST = "request";
    private static final int MAX_KEY = 100;

    private final String token;
    private final int maxBytes;
    private int next;
    private int end;
    private byte[] request = NULL;
    private Consumer<Outcome> reports = _ -> {};

    Mailbox(String token, int maxBytes) {
        this.token = token;
        this.maxBytes = maxBytes;
    }

    /** Hands out the request, once, and takes the reports 0 to {@code count - 1}. */
    void open(String toDo, int count, Consumer<Outcome> to) {
        request = toDo.getBytes(UTF_8);
        next = 0;
        end = count;
        reports = to;
    }

    void close() {
        end = 0;
        request = NULL;
    }

    /**
     * The import behind the guest's {@code java_invoke(token, key, text)}; the key is a report's index, or asks what to
     * do.
     */
    long[] receive(Instance instance, long... args) {
        Memory memory = instance.memory();
        if (!token.equals(text(memory, args[0], args[1], MAX_KEY))) {
            return new long[] {reply(instance, NULL)};
        }
        String key = text(memory, args[2], args[3], MAX_KEY);
        if (key.equals(REQUEST)) {
            byte[] toDo = request;
            request = NULL;
            return new long[] {reply(instance, toDo)};
        }
        if (key.equals(Integer.toString(next)) && next < end) {
            next++;
            reports.accept(args[5] > maxBytes ? TOO_LARGE : Harness.read(text(memory, args[4], args[5], maxBytes)));
        }
        return new long[] {reply(instance, NULL)};
    }

    private static String text(Memory memory, long address, long length, int max) {
        return new String(memory.readBytes((int) address, (int) Math.min(length, max)), UTF_8);
    }

    /** The guest expects the address of an address and a length. */
    private static int reply(Instance instance, byte[] text) {
        int body = allocate(instance, text.length);
        instance.memory().write(body, text);
        int reply = allocate(instance, 8);
        instance.memory().writeI32(reply, body);
        instance.memory().writeI32(reply + 4, text.length);
        return reply;
    }

    private static int allocate(Instance instance, int bytes) {
        return (int) instance.export("cabi_realloc").apply(0, 0, 1, bytes)[0];
    }
}
