package dev.rota.simulator.scenario;

import dev.rota.simulator.behaviour.FailureShape;
import dev.rota.simulator.behaviour.Mixture;
import dev.rota.simulator.behaviour.Patch;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what is said of the models that a pattern matches. */
final class RuleReader {
    private final Problems problems;
    private final BehaviourReader behaviours;

    RuleReader(Problems problems) {
        this.problems = problems;
        this.behaviours = new BehaviourReader(problems);
    }

    ModelRule read(String glob, YamlNode node, String path) {
        Section section = new Section(node, path, problems);
        Patch patch = behaviours.read(section);
        List<Phase> phases = new ArrayList<>();
        each(section, "phases", (item, at) -> addIfPresent(phases, phase(item, at)));
        List<Outage> outages = new ArrayList<>();
        each(section, "outages", (item, at) -> outages.add(outage(item, at)));
        ModelRule rule = new ModelRule(new Glob(glob), patch, phases, outages, absences(section));
        section.end();
        return rule;
    }

    private @Nullable Phase phase(YamlNode node, String path) {
        Section section = new Section(node, path, problems);
        Moment from = section.scalar("from", Words::moment);
        Patch patch = behaviours.read(section);
        section.end();
        if (!section.entries().containsKey("from")) {
            problems.add(node.line(), path, "needs the key from: when the phase begins");
        }
        return from == null ? null : new Phase(from, patch);
    }

    private Outage outage(YamlNode node, String path) {
        Section section = new Section(node, path, problems);
        Window window = window(section);
        Mixture<FailureShape> failures = section.read("failures", (how, _) -> MixtureReader.failures(how));
        section.end();
        return new Outage(window, failures == null ? Mixture.only(FailureShape.PROVIDER_502) : failures);
    }

    private List<Window> absences(Section section) {
        List<Window> absent = new ArrayList<>();
        Moment appears = section.scalar("appears", Words::moment);
        Moment disappears = section.scalar("disappears", Words::moment);
        if (appears != null) {
            absent.add(new Window(null, appears));
        }
        if (disappears != null) {
            absent.add(new Window(disappears, null));
        }
        each(section, "absent", (item, at) -> {
            Section window = new Section(item, at, problems);
            absent.add(window(window));
            window.end();
        });
        return absent;
    }

    private static Window window(Section section) {
        return new Window(section.scalar("from", Words::moment), section.scalar("to", Words::moment));
    }

    private interface ItemReader {
        void read(YamlNode item, String path);
    }

    private static void each(Section section, String key, ItemReader reader) {
        List<YamlNode> items = section.items(key);
        for (int i = 0; i < items.size(); i++) {
            reader.read(items.get(i), section.at(key) + "[" + i + "]");
        }
    }

    private static <T> void addIfPresent(List<T> list, @Nullable T item) {
        if (item != null) {
            list.add(item);
        }
    }
}
