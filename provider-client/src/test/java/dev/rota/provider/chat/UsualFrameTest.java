package dev.rota.provider.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A frame read without a tree says what its tree says, or is left to who reads trees. */
class UsualFrameTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'choices':[{'delta':{'content':'Hi'}}]}",
                "{'choices':[{'index':0,'delta':{'role':'assistant','content':''},'finish_reason':null}]}",
                "{'id':'1','created':5,'x':{'y':[1,{}]},'choices':[{'delta':{},'finish_reason':'stop','logprobs':null}]}",
                "{'choices':[{'delta':{'content':'ü\\n\\u00e9','refusal':null,'tool_calls':null},'finish_reason':''}],'usage':null}",
                "{'error':null,'choices':[{'delta':{'reasoning':'well','reasoning_details':[{'text':'well'}]}}]}",
                "{'choices':[{'delta':{'content':null,'reasoning_content':'hm','logprobs':{'content':[]}}}]}",
                "{'choices':[{'delta':{'content':'<think>a</think>b','thinking':null}}]}"
            })
    void saysWhatItsTreeSays(String text) throws IOException {
        String json = text.replace('\'', '"');
        AnswerBuilder usual = new AnswerBuilder();
        AnswerBuilder tree = new AnswerBuilder();
        boolean something = usual.accept(Objects.requireNonNull(read(json)), 7);
        assertThat(something).isEqualTo(tree.accept(JSON.readTree(json), 7));
        usual.end();
        tree.end();
        assertThat(usual.text()).isEqualTo(tree.text());
        assertThat(usual.reasoningText()).isEqualTo(tree.reasoningText());
        assertThat(usual.finishReason()).isEqualTo(tree.finishReason());
        assertThat(usual.firstTokenNanos()).isEqualTo(tree.firstTokenNanos());
        assertThat(usual.firstReasoningNanos()).isEqualTo(tree.firstReasoningNanos());
        assertThat(usual.sawChat()).isTrue();
        assertThat(usual.error()).isNull();
        assertThat(tree.error()).isNull();
        assertThat(tree.usage()).isNull();
        assertThat(tree.toolCalls()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{'choices':[]}",
                "{'choices':[{'delta':{'content':'a'}},{'delta':{'content':'b'}}]}",
                "{'choices':[{'delta':{'content':'a'}}],'choices':[{'delta':{'content':'b'}}]}",
                "{'choices':[{'delta':{'content':'a','content':'b'}}]}",
                "{'choices':[{'delta':{'content':[{'text':'a'}]}}]}",
                "{'choices':[{'delta':{'refusal':'no'}}]}",
                "{'choices':[{'delta':{'tool_calls':[{'index':0}]}}]}",
                "{'choices':[{'delta':{'reasoning':'a','thinking':'b'}}]}",
                "{'choices':[{'delta':{'reasoning_details':[{'text':'a'}]}}]}",
                "{'choices':[{'message':{'content':'a'}}]}",
                "{'choices':[{'text':'a','delta':{}}]}",
                "{'choices':[{'delta':{},'error':{'code':502}}]}",
                "{'choices':[{'delta':{},'finish_reason':3}]}",
                "{'choices':[{'delta':{'content':'a'}}],'usage':{'completion_tokens':3}}",
                "{'choices':[{'delta':{'content':'a'}}],'error':{'message':'no'}}",
                "{'choices':[{'delta':{'content':'a'}}]} {}",
                "{'choices':[{'delta':{'content':'a'}}]",
                "{'choices':[{'delta':{'content':'a"
            })
    void isLeftToWhoReadsTrees(String text) {
        assertThat(read(text.replace('\'', '"'))).isNull();
    }

    private static @Nullable UsualFrame read(String json) {
        byte[] bytes = ("data: " + json + "\n").getBytes(StandardCharsets.UTF_8);
        return UsualFrame.read(bytes, 6, bytes.length - 1);
    }
}
