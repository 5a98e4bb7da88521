package dev.rota.discovery;

import dev.rota.discovery.catalogue.CatalogueRefused;
import dev.rota.discovery.catalogue.Reading;
import dev.rota.discovery.catalogue.Sweep;
import dev.rota.discovery.change.CatalogueComparison;
import dev.rota.discovery.change.Comparison;
import dev.rota.discovery.change.KnownCatalogue;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;

/**
 * Reads a catalogue of 10,000 models as large as OpenRouter's records and compares it with what is known. Run
 * {@code main} with {@code -Xmx200m}: that it ends shows that 200 MB are enough.
 */
public final class CatalogueBenchmark {
    private static final int MODELS = 10_000;
    private static final int ROUNDS = 30;
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private CatalogueBenchmark() {}

    public static void main(String[] args) throws CatalogueRefused {
        byte[] body = body(new Random(1));
        CatalogueComparison comparison = new CatalogueComparison(false);
        KnownCatalogue known = KnownCatalogue.empty("openrouter");
        double[] ms = new double[ROUNDS];
        double[] cpuMs = new double[ROUNDS];
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        for (int round = 0; round < ROUNDS; round++) {
            long begin = System.nanoTime();
            long cpuBegin = threads.getCurrentThreadCpuTime();
            Reading reading = SharedCatalogues.read(body, NOW.plusSeconds(round));
            Comparison compared = comparison.compare(known, new Sweep.Read(reading), true);
            ms[round] = (System.nanoTime() - begin) / 1e6;
            cpuMs[round] = (threads.getCurrentThreadCpuTime() - cpuBegin) / 1e6;
            known = compared.known();
            if (known.present() != MODELS || (round > 0 && !compared.changes().isEmpty())) {
                throw new IllegalStateException(
                        "the comparison is wrong: " + compared.changes().size() + " changes");
            }
        }
        double first = ms[0];
        Arrays.sort(ms);
        Arrays.sort(cpuMs);
        System.out.printf(
                Locale.ROOT,
                "%d models, %.1f MB: first %.0f ms, median of %d %.0f ms (%.0f ms of one core); heap limit %d MB, peak of heap pools %d MB%n",
                MODELS,
                body.length / 1e6,
                first,
                ROUNDS,
                ms[ROUNDS / 2],
                cpuMs[ROUNDS / 2],
                Runtime.getRuntime().maxMemory() >> 20,
                ManagementFactory.getMemoryPoolMXBeans().stream()
                                .filter(pool -> pool.getType() == MemoryType.HEAP)
                                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                                .sum()
                        >> 20);
    }

    private static byte[] body(Random random) {
        StringBuilder json = new StringBuilder("{\"data\":[");
        String description = "A model that does what models do. ".repeat(18);
        for (int i = 0; i < MODELS; i++) {
            json.append(i == 0 ? "" : ",")
                    .append("""
                            {"id":"family-%d/model-%d:free","canonical_slug":"family/model-%d-20260730","name":"Model %d",
                            "created":1787336476,"description":"%s","context_length":131072,"architecture":{
                            "modality":"text+image->text","input_modalities":["text","image"],"output_modalities":["text"],
                            "tokenizer":"Other","instruct_type":null},"pricing":{"prompt":"0.0000000%d","completion":"0",
                            "web_search":"0.0025","overrides":[{"min_prompt_tokens":128000,"prompt":"0.000001"}]},
                            "top_provider":{"context_length":131072,"max_completion_tokens":8192,"is_moderated":true},
                            "supported_parameters":["include_reasoning","max_tokens","reasoning","response_format","seed",
                            "stop","structured_outputs","temperature","tool_choice","tools","top_k","top_p"],
                            "default_parameters":{},"expiration_date":null,"benchmarks":{"x":%d}}
                            """.formatted(i % 60, i, i, i, description, i % 10, random.nextInt()));
        }
        return json.append("]}").toString().getBytes(StandardCharsets.UTF_8);
    }
}
