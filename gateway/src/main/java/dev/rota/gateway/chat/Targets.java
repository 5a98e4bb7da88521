package dev.rota.gateway.chat;

import dev.rota.client.Backoff;
import dev.rota.client.call.CallPolicy;
import dev.rota.client.call.Candidates;
import dev.rota.client.call.ResultReporter;
import dev.rota.client.call.RotationCaller;
import dev.rota.domain.model.ModelFacts;
import dev.rota.domain.model.ModelId;
import dev.rota.domain.rotation.Rotation;
import dev.rota.domain.rotation.RotationEntry;
import dev.rota.domain.text.Similar;
import dev.rota.gateway.view.Views;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Whom a request's {@code model} means. Thread-safe. */
final class Targets {
    static final String ROTATION = "rota/";
    private static final int OFFERED = 3;

    private final Views views;
    private final Upstreams upstreams;
    private final ResultReporter reporter;
    private final CallPolicy policy;
    // A caller remembers who asked to be left alone, so each rotation keeps its own.
    private final Map<String, RotationCaller> callers = new ConcurrentHashMap<>();

    /**
     * Whom to ask.
     *
     * @param caller goes through them
     * @param rotation the rotation's name; empty for one model alone
     */
    record Target(RotationCaller caller, Optional<String> rotation) {}

    Targets(Views views, Upstreams upstreams, ResultReporter reporter, Duration deadline) {
        this.views = views;
        this.upstreams = upstreams;
        this.reporter = reporter;
        this.policy = new CallPolicy(deadline, 3, new Backoff(Duration.ofMillis(250), Duration.ofSeconds(8)), false);
    }

    /**
     * Finds it.
     *
     * @throws ChatError if there is none, or it may not be called
     */
    Target of(String model) {
        return model.startsWith(ROTATION) ? rotation(model.substring(ROTATION.length())) : one(model);
    }

    private Target rotation(String name) {
        List<ModelId> usable = usable(views.rotation(name).orElseThrow(() -> unknown(ROTATION + name)));
        if (usable.isEmpty()) {
            throw ChatError.unavailable(
                    "no model of rotation " + name + " can be called from here: providers are configured for "
                            + upstreams.names() + ", and paid models only where catalogues.<name>.paid is true",
                    Duration.ofSeconds(10));
        }
        RotationCaller caller = callers.computeIfAbsent(
                name,
                _ -> RotationCaller.over(
                        () -> new Candidates(
                                "rotation " + name,
                                views.rotation(name).map(this::usable).orElse(List.of())),
                        policy,
                        reporter));
        return new Target(caller, Optional.of(name));
    }

    private Target one(String name) {
        Optional<ModelFacts> known = views.model(name);
        ModelFacts facts = known.orElseThrow(() -> unknown(name));
        ModelId model = facts.model();
        if (facts.retired()) {
            throw ChatError.noModel("model " + model + " has left its catalogue at " + facts.retiredAt()
                    + "; rota/<rotation> asks one that is there");
        }
        Upstream upstream = upstreams
                .of(model.catalogue())
                .orElseThrow(() -> ChatError.forbidden("no provider is configured for catalogue " + model.catalogue()
                        + ", only for " + upstreams.names() + ": add it to catalogues"));
        if (!upstream.paid() && !facts.facts().free()) {
            throw ChatError.forbidden("model " + model + " costs money; catalogues." + model.catalogue()
                    + ".paid must be true for it to be called");
        }
        CallPolicy once = new CallPolicy(policy.deadline(), 1, policy.backoff(), false);
        Candidates alone = new Candidates("model " + model, List.of(model));
        return new Target(RotationCaller.over(() -> alone, once, reporter), Optional.empty());
    }

    /** Everything that may be named, rotations first. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        views.rotations().forEach(rotation -> names.add(ROTATION + rotation.name()));
        models().forEach(model -> names.add(model.model().toString()));
        return names;
    }

    /** Models that may be called. */
    List<ModelFacts> models() {
        return views.modelNames().stream()
                .flatMap(name -> views.model(name).stream())
                .filter(facts -> !facts.retired() && callable(facts))
                .toList();
    }

    private List<ModelId> usable(Rotation rotation) {
        return rotation.entries().stream()
                .map(RotationEntry::model)
                .filter(model ->
                        views.model(model.toString()).filter(this::callable).isPresent())
                .toList();
    }

    private boolean callable(ModelFacts model) {
        return upstreams
                .of(model.model().catalogue())
                .filter(upstream -> upstream.paid() || model.facts().free())
                .isPresent();
    }

    private ChatError unknown(String name) {
        List<String> names = names();
        String offer = names.stream()
                .filter(each -> each.equals(ROTATION + name))
                .findFirst()
                .map(rotation -> "did you mean " + rotation + "?")
                .or(() -> Similar.question(name, names, OFFERED))
                .orElse(names.isEmpty() ? "nothing is known yet" : "GET /v1/models lists what there is");
        return ChatError.noModel("there is no model or rotation \"" + name + "\": " + offer);
    }
}
