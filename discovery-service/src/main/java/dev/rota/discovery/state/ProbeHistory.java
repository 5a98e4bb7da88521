package dev.rota.discovery.state;

import dev.rota.discovery.change.Appearance;
import dev.rota.discovery.plan.LastProbe;
import dev.rota.discovery.plan.ProbeIds;
import dev.rota.domain.model.ModelId;
import dev.rota.domain.probe.ModelFound;
import dev.rota.domain.probe.Trigger;
import dev.rota.domain.standing.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The probes that are published: each model's newest, and those of appearances. Not safe for use by several threads.
 */
final class ProbeHistory {
    /** {@code rota.model-found} forgets after seven days; what is older is judged by the model's results. */
    private static final Duration REMEMBERED = Duration.ofDays(6);

    /** A probe is met twice when it is published and when it is read back, which is seconds later. */
    private static final int MOST_KNOWN = 20_000;

    private final Map<ModelId, LastProbe> last = new HashMap<>();
    private final Map<ModelId, Set<String>> ofAppearances = new HashMap<>();
    private final Set<String> known = Collections.newSetFromMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > MOST_KNOWN;
        }
    });

    /** Notes a probe; false if it is known already. */
    boolean add(ModelFound probe) {
        if (!known.add(probe.probeId())) {
            return false;
        }
        LastProbe newest = last.get(probe.model());
        if (newest == null || !probe.foundAt().isBefore(newest.at())) {
            last.put(probe.model(), new LastProbe(probe.probeId(), probe.foundAt(), false));
        }
        if (probe.trigger() != Trigger.DUE && probe.trigger() != Trigger.REQUESTED) {
            ofAppearances.computeIfAbsent(probe.model(), _ -> new HashSet<>()).add(probe.probeId());
        }
        return true;
    }

    /** Notes that a result of a probe has come. */
    void answered(ModelId model, String probeId) {
        last.computeIfPresent(
                model,
                (_, probe) -> probe.probeId().equals(probeId) ? new LastProbe(probeId, probe.at(), true) : probe);
    }

    @Nullable
    LastProbe last(ModelId model, @Nullable Standing standing) {
        LastProbe probe = last.get(model);
        Instant result = standing == null ? null : standing.lastResultAt();
        boolean answered = probe != null && result != null && !result.isBefore(probe.at());
        return probe != null && answered ? new LastProbe(probe.probeId(), probe.at(), true) : probe;
    }

    /** Whether the appearance has had its probe. */
    boolean tested(ModelId model, Appearance appearance, @Nullable Standing standing, Instant now) {
        Set<String> probes = ofAppearances.getOrDefault(model, Set.of());
        if (probes.contains(ProbeIds.of(model, appearance))) {
            return true;
        }
        Instant result = standing == null ? null : standing.lastResultAt();
        boolean forgotten = appearance.at().isBefore(now.minus(REMEMBERED));
        return forgotten && result != null && !result.isBefore(appearance.at());
    }
}
