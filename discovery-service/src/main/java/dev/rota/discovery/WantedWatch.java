package dev.rota.discovery;

import dev.rota.discovery.wanted.Finding;
import dev.rota.discovery.wanted.WantedModels;
import dev.rota.domain.model.ModelFacts;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells what became of the ids in {@code wanted}: once, and again when it changes. Thread-safe. */
final class WantedWatch {
    private static final Logger LOG = LoggerFactory.getLogger(DiscoveryService.class);

    private final List<String> wanted;
    private final DiscoveryListener listener;
    private final Map<String, String> said = new HashMap<>();

    WantedWatch(List<String> wanted, DiscoveryListener listener) {
        this.wanted = wanted;
        this.listener = listener;
    }

    synchronized void look(Collection<ModelFacts> models) {
        // Where no catalogue could be read, nothing is known of any id.
        if (wanted.isEmpty() || models.isEmpty()) {
            return;
        }
        WantedModels known = new WantedModels(models);
        for (String id : wanted) {
            Finding finding = known.find(id);
            if (!finding.sentence().equals(said.put(id, finding.sentence()))) {
                LOG.info("wanted model exists={} finding={}", finding.exists(), finding.sentence());
                listener.onWanted(finding);
            }
        }
    }
}
