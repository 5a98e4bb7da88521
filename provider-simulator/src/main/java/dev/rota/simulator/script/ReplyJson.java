package dev.rota.simulator.script;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.rota.simulator.answer.Answer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes completions and chunks as JSON. Plain appending: this is the path of thousands of requests a second. */
final class ReplyJson {
    private static final JsonStringEncoder ENCODER = JsonStringEncoder.getInstance();

    private ReplyJson() {}

    /** A whole completion. */
    static String completion(Take take, Reply reply) {
        StringBuilder json = head(take, "chat.completion").append(",\"choices\":[{\"logprobs\":null");
        finish(json, reply.finish());
        json.append(",\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":");
        text(json, reply.content());
        text(json.append(",\"refusal\":null,\"reasoning\":"), reply.reasoning());
        reasoningDetails(json, reply.reasoning());
        calls(json, reply.calls());
        json.append("}}],\"usage\":");
        return usage(json, take, reply).append('}').toString();
    }

    /** A completion without choices. */
    static String withoutChoices(Take take) {
        return head(take, "chat.completion").append(",\"choices\":[]}").toString();
    }

    static String contentChunk(Take take, @Nullable String content) {
        StringBuilder json = delta(take);
        text(json.append(",\"content\":"), content);
        return endDelta(json, null).append('}').toString();
    }

    static String reasoningChunk(Take take, String reasoning) {
        StringBuilder json = delta(take).append(",\"content\":\"\",\"reasoning\":");
        text(json, reasoning);
        reasoningDetails(json, reasoning);
        return endDelta(json, null).append('}').toString();
    }

    static String callsChunk(Take take, List<Answer.ToolCall> calls) {
        StringBuilder json = delta(take).append(",\"content\":null");
        calls(json, calls);
        return endDelta(json, null).append('}').toString();
    }

    static String finishChunk(Take take, @Nullable String finish) {
        StringBuilder json = delta(take).append(",\"content\":\"\"");
        return endDelta(json, finish).append('}').toString();
    }

    static String usageChunk(Take take, Reply reply, boolean withChoices) {
        StringBuilder json;
        if (withChoices) {
            json = delta(take).append(",\"content\":\"\"");
            endDelta(json, reply.finish());
        } else {
            json = head(take, "chat.completion.chunk").append(",\"choices\":[]");
        }
        return usage(json.append(",\"usage\":"), take, reply).append('}').toString();
    }

    private static StringBuilder head(Take take, String object) {
        StringBuilder json = new StringBuilder(512);
        text(json.append("{\"id\":"), take.id());
        text(json.append(",\"provider\":"), take.provider());
        text(json.append(",\"model\":"), take.model());
        return json.append(",\"object\":\"")
                .append(object)
                .append("\",\"created\":")
                .append(take.created());
    }

    private static StringBuilder delta(Take take) {
        return head(take, "chat.completion.chunk")
                .append(",\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\"");
    }

    private static StringBuilder endDelta(StringBuilder json, @Nullable String finish) {
        json.append('}');
        finish(json, finish);
        return json.append(",\"logprobs\":null}]");
    }

    private static void finish(StringBuilder json, @Nullable String finish) {
        text(json.append(",\"finish_reason\":"), finish);
        text(json.append(",\"native_finish_reason\":"), finish);
    }

    private static void reasoningDetails(StringBuilder json, @Nullable String reasoning) {
        if (reasoning != null) {
            text(json.append(",\"reasoning_details\":[{\"type\":\"reasoning.text\",\"text\":"), reasoning);
            json.append(",\"format\":\"unknown\",\"index\":0}]");
        }
    }

    private static void calls(StringBuilder json, List<Answer.ToolCall> calls) {
        if (calls.isEmpty()) {
            return;
        }
        json.append(",\"tool_calls\":[");
        for (int i = 0; i < calls.size(); i++) {
            json.append(i == 0 ? "" : ",").append("{\"index\":").append(i);
            json.append(",\"id\":\"call_simulated_")
                    .append(i)
                    .append("\",\"type\":\"function\",\"function\":{\"name\":");
            text(json, calls.get(i).name());
            text(json.append(",\"arguments\":"), calls.get(i).arguments());
            json.append("}}");
        }
        json.append(']');
    }

    private static StringBuilder usage(StringBuilder json, Take take, Reply reply) {
        int in = take.request().promptTokens();
        int out = reply.tokens();
        json.append("{\"prompt_tokens\":")
                .append(in)
                .append(",\"completion_tokens\":")
                .append(out);
        json.append(",\"total_tokens\":").append(in + out).append(",\"cost\":0,\"is_byok\":false");
        json.append(",\"completion_tokens_details\":{\"reasoning_tokens\":").append(reply.reasoningTokens());
        return json.append("}}");
    }

    static StringBuilder text(StringBuilder json, @Nullable String text) {
        if (text == null) {
            return json.append("null");
        }
        json.append('"');
        ENCODER.quoteAsString(text, json);
        return json.append('"');
    }
}
