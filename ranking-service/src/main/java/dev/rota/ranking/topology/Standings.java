package dev.rota.ranking.topology;

import dev.rota.domain.model.ModelId;
import dev.rota.domain.standing.Standing;
import dev.rota.ranking.standing.AgeingQueue;
import dev.rota.ranking.standing.TaskNorms;
import dev.rota.ranking.store.HeapStore;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Tells the standings of one task's models: at once while there is time for it, else at a later tick; each again when
 * age alone may have changed it, and all of them when the norms of tasks have moved.
 */
final class Standings {
    private final RankingTopology.Settings settings;
    private final LiveNorms norms;
    private final HeapStore<ModelState> models;
    private final EvidenceClock clock;
    private final Catalogues catalogues;
    private final BiConsumer<String, ModelOutput> out;
    private final List<Travel> travels;
    private final Map<String, Figures> told = new HashMap<>();
    private final Set<String> putOff = new LinkedHashSet<>();
    private final Pace pace;
    private final AgeingQueue<String> ageing = new AgeingQueue<>();
    private TaskNorms used = TaskNorms.NONE;
    private boolean silent;

    Standings(
            RankingTopology.Settings settings,
            LiveNorms norms,
            HeapStore<ModelState> models,
            EvidenceClock clock,
            Catalogues catalogues,
            Backlog backlog,
            BiConsumer<String, ModelOutput> out) {
        this.settings = settings;
        this.norms = norms;
        this.models = models;
        this.clock = clock;
        this.catalogues = catalogues;
        this.pace = new Pace(backlog);
        this.out = out;
        this.travels = settings.policies().stream().map(Travel::new).toList();
        this.silent = settings.succession().silent();
    }

    /** What is known of the model has changed. */
    void changed(String model) {
        if (pace.take()) {
            putOff.remove(model);
            tell(model);
        } else {
            putOff.add(model);
        }
    }

    /** Looks at every model again, at later ticks. */
    void putOffAll() {
        models.forEach((name, _) -> putOff.add(name));
    }

    /** The task is closed. */
    void close() {
        pace.close();
    }

    /** @param nowMs wall time */
    void tick(long nowMs) {
        int allowed = pace.tick(nowMs);
        if (silent && !settings.succession().silent()) {
            silent = false;
            told.clear();
            putOffAll();
        }
        TaskNorms now = norms.inForce();
        if (!now.equals(used)) {
            used = now;
            putOffAll();
        }
        putOff.addAll(ageing.due(clock.now().toEpochMilli()));
        Iterator<String> waiting = putOff.iterator();
        for (int i = 0; i < allowed && waiting.hasNext(); i++) {
            String model = waiting.next();
            waiting.remove();
            tell(model);
        }
    }

    private void tell(String name) {
        ModelId model = ModelId.parse(name);
        ModelState state = models.get(name);
        if (state == null) {
            return;
        }
        if (!catalogues.found(model, state)) {
            withdraw(model);
            return;
        }
        Standing standing = settings.estimator().standing(model, state.evidence(), state.facts(), clock.now(), used);
        ageing.estimated(
                name,
                clock.now().toEpochMilli(),
                Objects.requireNonNullElse(state.evidence().newest(), Instant.EPOCH)
                        .toEpochMilli());
        Figures now = Figures.of(standing);
        Figures before = told.get(name);
        if (before == null || now.noticeablyDifferentFrom(before)) {
            told.put(name, now);
            if (!silent) {
                settings.meters().stands(standing);
                out.accept(name, new ModelOutput.Stands(standing));
            }
            for (Travel travel : travels) {
                if (travel.tells(standing)) {
                    out.accept(travel.rotation(), new ModelOutput.Candidate(model, standing));
                }
            }
        }
    }

    /** A model that nobody found, after all: one told of before is untold. */
    private void withdraw(ModelId model) {
        settings.meters().result("nobody_found");
        Figures before = told.remove(model.toString());
        if (before != null) {
            if (!silent) {
                out.accept(model.toString(), new ModelOutput.Stands(null));
            }
            travels.forEach(travel -> out.accept(travel.rotation(), new ModelOutput.Candidate(model, null)));
        }
    }
}
