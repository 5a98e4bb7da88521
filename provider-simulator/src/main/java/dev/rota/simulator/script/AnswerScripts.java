package dev.rota.simulator.script;

import dev.rota.simulator.behaviour.Quirk;
import java.time.Duration;
import java.util.function.Function;

/** Writes responses that are complete and in good order, whatever they say. */
final class AnswerScripts {
    /** A token a frame would make thousands of tiny writes of a fast model; real providers batch, too. */
    private static final double FRAMES_PER_SECOND = 20;

    private static final int PIECE_AT_ONCE = 64;
    private static final Duration COMMENT_EVERY = Duration.ofSeconds(2);
    private static final String SPACE = "\n         \n";

    private AnswerScripts() {}

    static Script of(Take take, Duration firstToken, Reply reply) {
        return take.streams() ? stream(take, firstToken, reply).end() : body(take, firstToken, reply);
    }

    private static Script body(Take take, Duration firstToken, Reply reply) {
        Script.Builder script = Script.json(200).wait(firstToken.plus(take.timeFor(reply.tokens())));
        if (take.behaviour().has(Quirk.LEADING_SPACE)) {
            script.send(SPACE);
        }
        return script.send(ReplyJson.completion(take, reply)).end();
    }

    private static Script.Builder stream(Take take, Duration firstToken, Reply reply) {
        Script.Builder script = opening(take, firstToken);
        tokens(script, take, reply);
        frame(script, take, ReplyJson.finishChunk(take, reply.finish()));
        if (!take.behaviour().has(Quirk.NO_USAGE)) {
            boolean withChoices = !take.behaviour().has(Quirk.USAGE_WITHOUT_CHOICES);
            frame(script, take, ReplyJson.usageChunk(take, reply, withChoices));
        }
        if (!take.behaviour().has(Quirk.NO_DONE)) {
            frame(script, take, "[DONE]");
        }
        return script;
    }

    /** The head of a stream, and the wait for the first token, with comments meanwhile if that is the model's way. */
    static Script.Builder opening(Take take, Duration firstToken) {
        Script.Builder script = Script.eventStream();
        if (!take.behaviour().has(Quirk.COMMENTS)) {
            return script.wait(firstToken);
        }
        Duration left = firstToken;
        comment(script, take);
        while (left.compareTo(COMMENT_EVERY) > 0) {
            comment(script.wait(COMMENT_EVERY), take);
            left = left.minus(COMMENT_EVERY);
        }
        return script.wait(left);
    }

    /** Reasoning, content and calls at the model's rate, without an end. */
    static void tokens(Script.Builder script, Take take, Reply reply) {
        if (reply.reasoning() != null) {
            paced(script, take, reply.reasoning(), piece -> ReplyJson.reasoningChunk(take, piece));
        }
        if (reply.content() != null) {
            paced(script, take, reply.content(), piece -> ReplyJson.contentChunk(take, piece));
        }
        if (!reply.calls().isEmpty()) {
            frame(script, take, ReplyJson.callsChunk(take, reply.calls()));
        }
    }

    private static void paced(Script.Builder script, Take take, String text, Function<String, String> chunk) {
        double rate = take.behaviour().tokensPerSecond();
        int size = rate == 0 ? PIECE_AT_ONCE : (int) Math.ceil(rate / FRAMES_PER_SECOND);
        for (String piece : Tokens.pieces(text, size)) {
            frame(script, take, chunk.apply(piece));
            script.wait(take.timeFor(Tokens.count(piece)));
        }
    }

    /** One event. */
    static void frame(Script.Builder script, Take take, String data) {
        String end = take.behaviour().has(Quirk.CRLF) ? "\r\n\r\n" : "\n\n";
        script.send("data: ").send(data).send(end);
    }

    static void comment(Script.Builder script, Take take) {
        script.send(": OPENROUTER PROCESSING").send(take.behaviour().has(Quirk.CRLF) ? "\r\n\r\n" : "\n\n");
    }
}
