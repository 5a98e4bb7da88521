package dev.rota.simulator.scenario;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.rota.simulator.account.AccountRules;
import dev.rota.simulator.answer.AnswerRule;
import dev.rota.simulator.behaviour.Patch;
import dev.rota.simulator.catalogue.ModelSheet;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Reads scenarios from YAML. All mistakes are told at once in one {@link ScenarioException}. */
public final class ScenarioReader {
    private final Problems problems = new Problems();

    private ScenarioReader() {}

    /** Reads a file. */
    public static Scenario read(Path file) {
        try {
            return parse(file.toString(), Files.readString(file));
        } catch (NoSuchFileException e) {
            throw new ScenarioException(file.toString(), List.of("there is no such file"));
        } catch (IOException e) {
            throw new ScenarioException(file.toString(), List.of("it cannot be read: " + e.getMessage()));
        }
    }

    /** Reads a scenario that comes with the simulator. */
    public static Scenario resource(String name) {
        try (InputStream in = ScenarioReader.class.getResourceAsStream("/simulator/" + name)) {
            if (in == null) {
                throw new IllegalStateException("no resource /simulator/" + name);
            }
            return parse(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException("cannot read the resource /simulator/" + name, e);
        }
    }

    /**
     * Reads a text.
     *
     * @param source what to call it in messages
     */
    public static Scenario parse(String source, String yaml) {
        YamlNode root;
        try {
            root = YamlTree.read(yaml);
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw new ScenarioException(
                    source, List.of("line " + line + ": not YAML: " + firstLine(e.getOriginalMessage())));
        } catch (IOException e) {
            throw new ScenarioException(source, List.of(String.valueOf(e.getMessage())));
        }
        ScenarioReader reader = new ScenarioReader();
        Scenario scenario = reader.scenario(root);
        if (!reader.problems.lines().isEmpty()) {
            throw new ScenarioException(source, reader.problems.lines());
        }
        return scenario;
    }

    private Scenario scenario(YamlNode root) {
        Section section = new Section(root, "", problems);
        AccountRules account = section.read("account", this::account);
        Double timeScale = section.number("timeScale", 0.001, 1_000_000);
        Duration hang = section.duration("hang");
        Integer pageSize = section.integer("pageSize", 0, 100_000);
        Boolean stockModels = section.flag("stockModels");
        Boolean allowUnlisted = section.flag("allowUnlisted");
        List<ModelSheet> catalogue = list(section, "catalogue", new SheetReader(problems)::read);
        Patch defaults = section.read("defaults", this::defaults);
        List<ModelRule> rules = rules(section);
        List<AnswerRule> answers = list(section, "answers", new AnswerReader(problems)::read);
        section.end();
        return new Scenario(
                account == null ? AccountRules.OPEN : account,
                timeScale == null ? 1 : timeScale,
                hang == null ? Scenario.DEFAULT_HANG : hang,
                pageSize == null ? 0 : pageSize,
                stockModels == null || stockModels,
                allowUnlisted != null && allowUnlisted,
                catalogue,
                defaults,
                rules,
                answers);
    }

    private AccountRules account(YamlNode node, String path) {
        Section section = new Section(node, path, problems);
        Boolean requireKey = section.flag("requireKey");
        List<String> keys = section.read("keys", (_, _) -> Words.texts(section.items("keys")));
        Integer perMinute = section.integer("freePerMinute", 0, 1_000_000);
        Integer perDay = section.integer("freePerDay", 0, 100_000_000);
        Double credit = section.number("credit", 0, 1e9);
        section.end();
        return new AccountRules(
                requireKey == null ? keys != null && !keys.isEmpty() : requireKey,
                keys == null ? Set.of() : Set.copyOf(keys),
                perMinute == null ? 0 : perMinute,
                perDay == null ? 0 : perDay,
                credit == null ? 0 : credit);
    }

    private Patch defaults(YamlNode node, String path) {
        Section section = new Section(node, path, problems);
        Patch patch = new BehaviourReader(problems).read(section);
        section.end();
        return patch;
    }

    private List<ModelRule> rules(Section section) {
        List<ModelRule> rules = new ArrayList<>();
        YamlNode node = section.node("models");
        if (node != null) {
            Section models = new Section(node, "models", problems);
            RuleReader reader = new RuleReader(problems);
            models.entries().forEach((glob, rule) -> rules.add(reader.read(glob, rule, "models.\"" + glob + "\"")));
        }
        return rules;
    }

    private static <T> List<T> list(Section section, String key, BiFunction<YamlNode, String, @Nullable T> reader) {
        List<T> list = new ArrayList<>();
        List<YamlNode> items = section.items(key);
        for (int i = 0; i < items.size(); i++) {
            T item = reader.apply(items.get(i), section.at(key) + "[" + i + "]");
            if (item != null) {
                list.add(item);
            }
        }
        return list;
    }

    private static String firstLine(@Nullable String text) {
        return text == null ? "unreadable" : text.lines().findFirst().orElse("unreadable");
    }
}
