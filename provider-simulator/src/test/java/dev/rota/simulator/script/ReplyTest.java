package dev.rota.simulator.script;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.rota.simulator.answer.Answer;
import dev.rota.simulator.behaviour.Behaviour;
import dev.rota.simulator.behaviour.Delay;
import dev.rota.simulator.behaviour.Patch;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReplyTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String ODD = "He said \"no\" \\ \n\t\u0001 ünï 亚 😀".repeat(30);

    private static Take take(boolean stream, double rate) {
        ChatRequest request = new ChatRequest("sim/m", stream, "x", false, List.of(), "auto", null, 5);
        Behaviour behaviour = Patch.builder()
                .tokensPerSecond(rate)
                .firstToken(Delay.NONE)
                .build()
                .applyTo(Behaviour.PERFECT);
        return new Take(request, behaviour, "gen-1", Instant.EPOCH, Duration.ofSeconds(1));
    }

    /** All content of a stream, frame by frame. */
    private static String streamed(Script script) throws JsonProcessingException {
        StringBuilder content = new StringBuilder();
        for (String line : script.text().split("\n", -1)) {
            if (line.startsWith("data: {")) {
                content.append(JSON.readTree(line.substring(6))
                        .at("/choices/0/delta/content")
                        .asText());
            }
        }
        return content.toString();
    }

    @Test
    void anyTextSurvivesTheFrames() throws JsonProcessingException {
        Reply reply = Reply.of(Answer.text(ODD), 0);

        for (double rate : new double[] {0, 20, 75}) {
            assertThat(streamed(AnswerScripts.of(take(true, rate), Duration.ZERO, reply)))
                    .isEqualTo(ODD);
        }
        String body = AnswerScripts.of(take(false, 0), Duration.ZERO, reply).text();
        assertThat(JSON.readTree(body).at("/choices/0/message/content").asText())
                .isEqualTo(ODD);
    }

    @Test
    void aStreamTakesAsLongAsItsTokens() {
        Reply reply = Reply.of(Answer.text("abcd".repeat(100)), 0);
        Script script = AnswerScripts.of(take(true, 50), Duration.ofMillis(300), reply);

        assertThat(script.time()).isEqualTo(Duration.ofMillis(2_300));
        assertThat(AnswerScripts.of(take(false, 50), Duration.ofMillis(300), reply)
                        .time())
                .isEqualTo(Duration.ofMillis(2_300));
    }

    @Test
    void anInstantStreamIsOnePiece() {
        Reply reply = Reply.of(Answer.text("abcd".repeat(1_000)), 0);

        assertThat(AnswerScripts.of(take(true, 0), Duration.ZERO, reply).steps())
                .hasSize(1);
    }

    @Test
    void reasoningIsAsLongAsAsked() {
        assertThat(Reply.of(Answer.text("abcd"), 100).tokens()).isEqualTo(101);
        assertThat(Reply.of(Answer.text("abcd"), 100).cutTo(40).tokens()).isEqualTo(40);
        assertThat(Reply.of(Answer.text("abcd"), 0).reasoning()).isNull();
    }
}
