package dev.rota.simulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rota.simulator.account.AccountRules;
import dev.rota.simulator.behaviour.Delay;
import dev.rota.simulator.behaviour.FailureShape;
import dev.rota.simulator.behaviour.Mixture;
import dev.rota.simulator.behaviour.Patch;
import dev.rota.simulator.behaviour.Quality;
import dev.rota.simulator.behaviour.Quirk;
import dev.rota.simulator.behaviour.ToolUse;
import dev.rota.simulator.catalogue.ModelSheet;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScenarioReaderTest {
    private static Scenario parse(String yaml) {
        return ScenarioReader.parse("test.yaml", yaml);
    }

    private static List<String> problems(String yaml) {
        return catchThrowableOfType(ScenarioException.class, () -> parse(yaml)).problems();
    }

    @Test
    void nothingIsTheEmptyScenario() {
        assertThat(parse("")).isEqualTo(Scenario.empty());
        assertThat(parse("# only a comment\n")).isEqualTo(Scenario.empty());
    }

    @Test
    void readsTheFrame() {
        Scenario scenario = parse("""
                timeScale: 10
                hang: 45s
                pageSize: 100
                stockModels: false
                allowUnlisted: true
                account: {requireKey: false, keys: [a, b], freePerMinute: 20, freePerDay: 50, credit: 1.5}
                defaults: {successRate: 0.5}
                """);

        assertThat(scenario.timeScale()).isEqualTo(10);
        assertThat(scenario.hang()).isEqualTo(Duration.ofSeconds(45));
        assertThat(scenario.pageSize()).isEqualTo(100);
        assertThat(scenario.stockModels()).isFalse();
        assertThat(scenario.allowUnlisted()).isTrue();
        assertThat(scenario.account()).isEqualTo(new AccountRules(false, Set.of("a", "b"), 20, 50, 1.5));
        assertThat(scenario.defaults())
                .isEqualTo(Patch.builder().successRate(0.5).build());
    }

    @Test
    void knownKeysMeanThatOneIsNeeded() {
        assertThat(parse("account: {keys: [a]}").account().requireKey()).isTrue();
    }

    @Test
    void readsABehaviour() {
        Scenario scenario = parse("""
                models:
                  "tundra/*":
                    firstToken: {lognormal: {median: 400ms, sigma: 0.3}}
                    tokensPerSecond: 80
                    successRate: 0.9
                    failures: {html-502: 1}
                    failureDelay: {uniform: {min: 0ms, max: 1s}}
                    quality: right
                    reasoningTokens: 12
                    quirks: [comments, crlf]
                    tools: always
                    provider: Somebody
                """);

        Patch patch = scenario.rules().getFirst().patch();
        assertThat(patch)
                .isEqualTo(Patch.builder()
                        .firstToken(new Delay.Lognormal(Duration.ofMillis(400), 0.3))
                        .tokensPerSecond(80)
                        .successRate(0.9)
                        .failures(Mixture.only(FailureShape.HTML_502))
                        .failureDelay(new Delay.Uniform(Duration.ZERO, Duration.ofSeconds(1)))
                        .quality(Quality.RIGHT)
                        .reasoningTokens(12)
                        .quirks(Set.of(Quirk.COMMENTS, Quirk.CRLF))
                        .tools(ToolUse.ALWAYS)
                        .provider("Somebody")
                        .build());
    }

    @Test
    void aKindOfFailureStandsForAllItsShapes() {
        Patch patch = parse("models: {\"*\": {failures: {OVERLOADED: 4, hang: 1}}}")
                .rules()
                .getFirst()
                .patch();

        assertThat(patch.failures())
                .isEqualTo(new Mixture<>(List.of(
                        new Mixture.Part<>(FailureShape.OVERLOADED_503, 2),
                        new Mixture.Part<>(FailureShape.OVERLOADED_529, 2),
                        new Mixture.Part<>(FailureShape.HANG, 1))));
    }

    @Test
    void readsTimes() {
        ModelRule rule = parse("""
                        models:
                          "*":
                            appears: 10s
                            disappears: 2026-11-23T08:00:00Z
                            absent: [{from: 1m, to: 2m}]
                            outages: {from: 1m, failures: [html-502]}
                            phases: [{from: 5m, successRate: 0.1}]
                        """).rules().getFirst();

        Moment date = new Moment.At(Instant.parse("2026-11-23T08:00:00Z"));
        assertThat(rule.absent())
                .containsExactly(
                        new Window(null, after("PT10S")),
                        new Window(date, null),
                        new Window(after("PT1M"), after("PT2M")));
        assertThat(rule.outages())
                .containsExactly(new Outage(new Window(after("PT1M"), null), Mixture.only(FailureShape.HTML_502)));
        assertThat(rule.phases())
                .containsExactly(new Phase(
                        after("PT5M"), Patch.builder().successRate(0.1).build()));
    }

    private static Moment after(String duration) {
        return new Moment.After(Duration.parse(duration));
    }

    @Test
    void readsModelsToList() {
        Scenario scenario = parse("""
                catalogue:
                  - {id: a/plain}
                  - {id: a/full, name: Full, contextLength: 10, maxOutputTokens: 5, input: [text, image], output: audio,
                     tools: false, promptPrice: "0.0000001", completionPrice: "-1", created: 2026-01-01,
                     expires: 2026-12-31, aliasOf: a/plain}
                """);

        assertThat(scenario.catalogue().getFirst().id()).isEqualTo("a/plain");
        ModelSheet full = scenario.catalogue().getLast();
        assertThat(full.inputModalities()).containsExactly("text", "image");
        assertThat(full.outputModalities()).containsExactly("audio");
        assertThat(full.supportedParameters()).doesNotContain("tools");
        assertThat(full.promptPrice()).isEqualTo("0.0000001");
        assertThat(full.expirationDate()).isEqualTo("2026-12-31");
        assertThat(full.created())
                .isEqualTo(Instant.parse("2026-01-01T00:00:00Z").getEpochSecond());
    }

    @Test
    void readsAnswers() {
        var rule = parse("""
                        answers:
                          - match: weather
                            right: {text: Let me look., calls: [{name: weather, arguments: '{"city":"Oslo"}'}]}
                            wrong: It is.
                        """).answers().getFirst();

        assertThat(rule.right().calls().getFirst().arguments()).isEqualTo("{\"city\":\"Oslo\"}");
        assertThat(rule.wrong().content()).isEqualTo("It is.");
        assertThat(rule.afterTool()).isFalse();
    }

    @Test
    void tellsEveryMistakeAtOnceWithItsLine() {
        assertThat(problems("""
                        timeScael: 10
                        models:
                          "a/*":
                            successRate: 1.5
                            failurs: hang
                        """))
                .containsExactly(
                        "line 4, models.\"a/*\".successRate: must be from 0 to 1, not 1.5",
                        "line 5, models.\"a/*\".failurs: unknown key; did you mean failures?",
                        "line 1, timeScael: unknown key; did you mean timeScale?");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    timeScale: fast                              | timeScale: must be a number, not "fast"
                    timeScale: 0                                 | timeScale: must be from 0.001 to 1000000, not 0
                    pageSize: 1.5                                | pageSize: must be a whole number, not 1.5
                    stockModels: maybe                           | stockModels: must be true or false, not "maybe"
                    hang: soon                                   | "soon" is no duration; write a number and a unit
                    account: 3                                   | account: must be a mapping, not "3"
                    account: {freePerMinut: 3}                   | account.freePerMinut: unknown key; did you mean freePerMinute?
                    models: []                                   | models: must be a mapping, not a list
                    models: {a: {failures: upstream-492}}        | "upstream-492" is no failure; did you mean upstream-429?
                    models: {a: {failures: {hang: -1}}}          | the weight of hang must be from 0 to 1000000000, not -1
                    models: {a: {failures: {hang: 0}}}           | the weights must add up to more than 0
                    models: {a: {quality: {rigth: 1}}}           | "rigth" is unknown; did you mean right?
                    models: {a: {quirks: [coments]}}             | "coments" is unknown; did you mean comments?
                    models: {a: {tools: maybe}}                  | "maybe" is unknown; known: always, auto, never
                    models: {a: {tokensPerSecond: 0}}            | tokensPerSecond: must be from 0.1 to 1000000, not 0
                    models: {a: {firstToken: {normal: 3}}}       | firstToken.normal: unknown key; did you mean lognormal?
                    models: {a: {firstToken: {uniform: {min: 1s}}}} | firstToken.uniform: needs the key max
                    models: {a: {firstToken: {uniform: {min: 2s, max: 1s}}}} | max must be min
                    models: {a: {appears: tomorrow}}             | must be an offset from the start, such as 90s, or a UTC time
                    models: {a: {phases: [{successRate: 1}]}}    | phases[0]: needs the key from
                    catalogue: [{name: x}]                       | catalogue[0]: needs the key id
                    catalogue: [{id: x, promptPrice: free}]      | must be a decimal number of US dollars a token, not "free"
                    catalogue: [{id: x, expires: soon}]          | must be a date such as 2026-12-31, not "soon"
                    answers: [{right: x}]                        | answers[0]: needs the key match
                    answers: [{match: '(', right: x}]            | must be a regular expression, not "("
                    answers: [{match: a, right: {calls: [{}]}}]  | answers[0].right.calls[0]: needs the key name
                    """)
    void rejects(String yaml, String problem) {
        assertThat(problems(yaml))
                .anySatisfy(line -> assertThat(line).startsWith("line 1, ").contains(problem));
    }

    @Test
    void rejectsWhatIsNoYaml() {
        assertThat(problems("models: {a: [")).singleElement().asString().startsWith("line 1: not YAML: ");
        assertThat(problems("hang: 1s\nhang: 2s\n")).singleElement().asString().contains("line 2", "hang");
        assertThat(problems("just text")).first().asString().contains("must be a mapping");
    }

    @Test
    void namesTheFile() {
        assertThatThrownBy(() -> ScenarioReader.read(Path.of("no-such.yaml")))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining("no-such.yaml")
                .hasMessageContaining("there is no such file");
    }
}
