package dev.rota.simulator.script;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rota.simulator.answer.Answer;
import java.time.Duration;
import java.util.List;

/** Responses that begin as an answer does and end as none. Each is written for a stream and for a plain body. */
final class BrokenAnswers {
    private static final String START = "Certainly! Here is what you asked for, step by step";

    private BrokenAnswers() {}

    private static Reply started() {
        return Reply.of(Answer.text(START), 0).withFinish(null);
    }

    static Script ending(Take take, Reply reply) {
        return AnswerScripts.of(take, Duration.ZERO, reply);
    }

    static Script empty(Take take, boolean nullContent) {
        String content = nullContent ? null : "";
        return ending(take, new Reply(content, null, List.of(), "stop"));
    }

    static Script reasoningOnly(Take take) {
        int tokens = Math.max(40, take.behaviour().reasoningTokens());
        return ending(
                take,
                new Reply("", Reply.thought(tokens), List.of(), "stop")
                        .cutTo(take.request().maxTokens()));
    }

    static Script cutByLength(Take take) {
        return ending(take, started().withFinish("length"));
    }

    static Script filtered(Take take) {
        return ending(take, new Reply("", null, List.of(), "content_filter"));
    }

    static Script noChoices(Take take) {
        if (!take.streams()) {
            return Script.json(200).send(ReplyJson.withoutChoices(take)).end();
        }
        Script.Builder script = AnswerScripts.opening(take, Duration.ZERO);
        AnswerScripts.frame(script, take, ReplyJson.withoutChoices(take));
        AnswerScripts.frame(script, take, "[DONE]");
        return script.end();
    }

    static Script emptyBody(Take take) {
        return (take.streams() ? Script.eventStream() : Script.json(200)).end();
    }

    static Script hang(Take take) {
        return Script.json(200).wait(take.hang()).cut();
    }

    /** Signs of life, and nothing but. */
    static Script hangWithComments(Take take) {
        if (!take.streams()) {
            return Script.json(200).send("\n         \n").wait(take.hang()).cut();
        }
        Script.Builder script = Script.eventStream();
        Duration every = Duration.ofSeconds(2);
        for (Duration left = take.hang(); left.isPositive(); left = left.minus(every)) {
            AnswerScripts.comment(script, take);
            script.wait(left.compareTo(every) < 0 ? left : every);
        }
        return script.cut();
    }

    static Script hangMidstream(Take take) {
        return begun(take).wait(take.hang()).cut();
    }

    static Script cutMidstream(Take take) {
        return begun(take).send(take.streams() ? "data: {\"id\":\"" : "").cut();
    }

    static Script noEnd(Take take) {
        return take.streams() ? begun(take).end() : ending(take, started());
    }

    static Script errorAfterFirstToken(Take take) {
        ObjectNode error = JsonNodeFactory.instance.objectNode();
        error.put("code", 502).put("message", "Upstream error from " + take.provider() + ": connection lost");
        if (!take.streams()) {
            String body = ReplyJson.completion(take, started().withFinish("error"));
            return Script.json(200)
                    .send(body.replaceFirst("\\{\"logprobs\":null", "{\"error\":" + error + ",\"logprobs\":null"))
                    .end();
        }
        Script.Builder script = begun(take);
        String chunk = ReplyJson.finishChunk(take, "error");
        AnswerScripts.frame(script, take, "{\"error\":" + error + "," + chunk.substring(1));
        return script.end();
    }

    static Script rawErrorAfterFirstToken(Take take) {
        ObjectNode error = JsonNodeFactory.instance.objectNode();
        error.put("message", "Upstream error from " + take.provider() + ": unexpected token");
        error.put("code", 502);
        ObjectNode raw = error.putObject("metadata").putObject("raw");
        raw.put("object", "error").put("type", "BadRequestError").put("code", 400);
        if (!take.streams()) {
            return Script.json(200).send(error.toPrettyString()).end();
        }
        Script.Builder script = begun(take);
        AnswerScripts.frame(script, take, error.toString());
        return script.end();
    }

    static Script badJson(Take take) {
        String whole = ReplyJson.completion(take, started().withFinish("stop"));
        if (!take.streams()) {
            return Script.json(200)
                    .send(whole.replace("\"choices\":", "\"choices\""))
                    .end();
        }
        Script.Builder script = begun(take);
        AnswerScripts.frame(script, take, half(ReplyJson.contentChunk(take, START)));
        AnswerScripts.frame(script, take, "[DONE]");
        return script.end();
    }

    /** The first half of one frame and the whole of another, as one. */
    static Script mergedFrames(Take take) {
        String chunk = ReplyJson.contentChunk(take, START);
        if (!take.streams()) {
            String body = ReplyJson.completion(take, started().withFinish("stop"));
            return Script.json(200).send(half(body)).send(body).end();
        }
        Script.Builder script = begun(take);
        AnswerScripts.frame(script, take, half(chunk) + "data: " + chunk);
        AnswerScripts.frame(script, take, "[DONE]");
        return script.end();
    }

    /** The first tokens of an answer: of a stream, or of a body that is not complete. */
    private static Script.Builder begun(Take take) {
        if (!take.streams()) {
            return Script.json(200)
                    .send(half(ReplyJson.completion(take, started().withFinish("stop"))))
                    .flush();
        }
        Script.Builder script = AnswerScripts.opening(take, Duration.ZERO);
        AnswerScripts.tokens(script, take, started());
        return script.flush();
    }

    private static String half(String text) {
        return text.substring(0, text.length() / 2);
    }
}
