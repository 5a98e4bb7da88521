package dev.rota.launcher.export;

import dev.rota.client.kafka.Start;
import dev.rota.client.kafka.TopicFollower;
import dev.rota.client.kafka.TopicListener;
import dev.rota.client.kafka.TopicRecord;
import dev.rota.domain.model.ModelFacts;
import dev.rota.domain.rotation.Rotation;
import dev.rota.export.ExportException;
import dev.rota.export.ExportFile;
import dev.rota.launcher.Context;
import dev.rota.launcher.options.Missing;
import dev.rota.runtime.kafka.KafkaSettings;
import dev.rota.schema.topic.Topics;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a file as the rotation is. Catalogue facts are followed too: a model that is dropped or begins to cost money
 * leaves the file before the rotation has noticed. What cannot be exported leaves the file as it was.
 */
public final class ExportWatch implements AutoCloseable {
    private final String name;
    private final Exporter exporter;
    private final Path path;
    private final ExportFile file;
    private final Context context;
    private final Hook hook;
    private final TopicFollower<Rotation> rotations;
    private final TopicFollower<ModelFacts> models;
    private final Map<String, ModelFacts> facts = new TreeMap<>();
    private final Set<String> names = new TreeSet<>();
    private @Nullable Rotation newest;
    private @Nullable String refused;
    private boolean rotationsThere;
    private boolean modelsThere;

    /** @param command run in a shell each time the file has changed; null for none */
    public ExportWatch(
            String name, Exporter exporter, Path path, @Nullable String command, KafkaSettings kafka, Context context) {
        this.name = name;
        this.exporter = exporter;
        this.path = path;
        this.file = new ExportFile(path);
        this.context = context;
        this.hook = new Hook(command, path, context.terminal());
        this.rotations = new TopicFollower<>(Topics.ROTATION, kafka, Start.beginning(), new Rotations());
        this.models = new TopicFollower<>(Topics.MODELS, kafka, Start.beginning(), new Models());
    }

    public void start() {
        hook.start();
        models.start();
        rotations.start();
    }

    @Override
    public void close() {
        rotations.close();
        models.close();
        hook.close();
    }

    private synchronized void named(String key) {
        names.add(key);
    }

    private synchronized void rotation(Rotation rotation) {
        newest = rotation;
        write();
    }

    private synchronized void model(String key, @Nullable ModelFacts known) {
        if (known == null) {
            facts.remove(key);
        } else {
            facts.put(key, known);
        }
        write();
    }

    private synchronized void there(boolean rotationsRead) {
        rotationsThere |= rotationsRead;
        modelsThere |= !rotationsRead;
        if (rotationsRead && newest == null) {
            say(Missing.yet(name, names));
        }
        write();
    }

    /**
     * Nothing is written before both topics are read to their present end: half of the facts would leave models out.
     */
    private void write() {
        Rotation rotation = newest;
        if (rotation == null || !rotationsThere || !modelsThere) {
            return;
        }
        try {
            if (file.replace(exporter.write(rotation, facts.values()))) {
                say(path + " written: revision " + rotation.revision() + " of " + name);
                hook.changed();
            }
            refused = null;
        } catch (ExportException e) {
            tell(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            tell(path + " cannot be written: " + e);
        }
    }

    private void tell(String problem) {
        if (!problem.equals(refused)) {
            say(problem + "; " + path + " stays as it is");
            refused = problem;
        }
    }

    private void say(String line) {
        context.terminal().err().println(line);
    }

    private final class Rotations implements TopicListener<Rotation> {
        @Override
        public void record(TopicRecord<Rotation> record) {
            Rotation rotation = record.value();
            named(record.key());
            if (rotation != null && rotation.name().equals(name)) {
                rotation(rotation);
            }
        }

        @Override
        public void caughtUp() {
            there(true);
        }

        @Override
        public void lost(String problem) {
            say(problem + "; trying again");
        }
    }

    private final class Models implements TopicListener<ModelFacts> {
        @Override
        public void record(TopicRecord<ModelFacts> record) {
            model(record.key(), record.value());
        }

        @Override
        public void caughtUp() {
            there(false);
        }

        @Override
        public void lost(String problem) {
            // Told once, by the other follower.
        }
    }
}
