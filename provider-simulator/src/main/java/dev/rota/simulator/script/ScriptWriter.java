package dev.rota.simulator.script;

import dev.rota.simulator.answer.Answer;
import dev.rota.simulator.answer.AnswerBook;
import dev.rota.simulator.behaviour.Decision;
import dev.rota.simulator.behaviour.FailureShape;
import dev.rota.simulator.behaviour.Quality;
import dev.rota.simulator.behaviour.ToolUse;
import java.util.List;

/** Writes the script of one response from what was decided about it. Pure, and safe for many threads. */
public final class ScriptWriter {
    private final AnswerBook book;

    public ScriptWriter(AnswerBook book) {
        this.book = book;
    }

    public Script write(Decision decision, Take take) {
        return switch (decision) {
            case Decision.Fail fail -> FailureScripts.of(fail.shape(), fail.delay(), take);
            case Decision.Answer answer -> answer(answer, take);
        };
    }

    private Script answer(Decision.Answer decision, Take take) {
        if (decision.quality() == Quality.REASONING_ONLY) {
            return FailureScripts.of(FailureShape.REASONING_WITHOUT_ANSWER, decision.firstToken(), take);
        }
        Reply reply = Reply.of(said(decision.quality(), take), take.behaviour().reasoningTokens());
        return AnswerScripts.of(
                take, decision.firstToken(), reply.cutTo(take.request().maxTokens()));
    }

    private Answer said(Quality quality, Take take) {
        ChatRequest request = take.request();
        ToolUse use = take.behaviour().tools();
        Answer answer =
                book.known(request.prompt(), request.afterTool(), quality).orElseGet(() -> AnswerBook.unknown(quality));
        boolean may = request.allowsTools() && use != ToolUse.NEVER;
        if (!may) {
            return Answer.text(answer.content());
        }
        boolean must = request.demandsTools() || (use == ToolUse.ALWAYS && !request.afterTool());
        return must && answer.calls().isEmpty() && quality == Quality.RIGHT ? called(request) : answer;
    }

    /** A call of the tool that is demanded, or of the first one. */
    private static Answer called(ChatRequest request) {
        ChatRequest.Tool tool = request.tools().stream()
                .filter(t -> t.name().equals(request.toolChoice()))
                .findFirst()
                .orElse(request.tools().getFirst());
        return new Answer("", List.of(new Answer.ToolCall(tool.name(), ToolArguments.fitting(tool.parameters()))));
    }
}
