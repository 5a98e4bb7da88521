package dev.rota.provider.chat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rota.provider.judge.ToolUse;
import java.util.ArrayList;
import java.util.List;

/** Puts tool calls together from their pieces: the name comes once, the arguments bit by bit. */
final class ToolCalls {
    /** More calls than this in one answer are noise. */
    private static final int MAX_CALLS = 128;

    private final List<Call> calls = new ArrayList<>();
    private int pieces;

    private static final class Call {
        private String id = "";
        private final StringBuilder name = new StringBuilder();
        private final StringBuilder arguments = new StringBuilder();
    }

    /** Takes a {@code tool_calls} array; whether there was anything in it. */
    boolean add(JsonNode array) {
        boolean something = false;
        for (JsonNode piece : array) {
            int index = piece.path("index").asInt(calls.size());
            if (index >= 0 && index < MAX_CALLS && piece.path("function").isObject()) {
                piece(call(index), piece);
                something = true;
                pieces++;
            }
        }
        return something;
    }

    private Call call(int index) {
        while (calls.size() <= index) {
            calls.add(new Call());
        }
        return calls.get(index);
    }

    private static void piece(Call call, JsonNode piece) {
        if (piece.path("id").isTextual() && call.id.isEmpty()) {
            call.id = piece.path("id").textValue();
        }
        JsonNode function = piece.path("function");
        String name = function.path("name").asText("");
        // Some servers repeat the whole name in every piece.
        if (!call.name.toString().equals(name)) {
            call.name.append(name);
        }
        JsonNode arguments = function.path("arguments");
        call.arguments.append(arguments.isTextual() ? arguments.textValue() : present(arguments));
    }

    private static String present(JsonNode arguments) {
        return arguments.isObject() ? arguments.toString() : "";
    }

    /** How many pieces came. */
    int size() {
        return pieces;
    }

    List<ToolUse> all() {
        return calls.stream()
                .filter(call -> !call.name.isEmpty())
                .map(call -> new ToolUse(call.id, call.name.toString(), call.arguments.toString()))
                .toList();
    }
}
