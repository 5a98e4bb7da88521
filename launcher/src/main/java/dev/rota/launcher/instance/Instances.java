package dev.rota.launcher.instance;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/** A directory with one small file for each running instance. Files of processes that are gone are swept away. */
public final class Instances {
    private final Path directory;

    public Instances(Path directory) {
        this.directory = directory;
    }

    /** The directory of the checkout that the launcher script lies in, or of the working directory without one. */
    public static Instances ofHome() {
        return new Instances(
                Path.of(System.getProperty("rota.home", ".")).resolve(".rota").resolve("running"));
    }

    /** Announces an instance until the returned registration is closed. */
    public AutoCloseable announce(Instance instance) {
        Path file = directory.resolve(instance.pid() + ".properties");
        try {
            Files.createDirectories(directory);
            Path half = directory.resolve(instance.pid() + ".new");
            try (Writer writer = Files.newBufferedWriter(half)) {
                instance.toProperties().store(writer, "a running instance of rota up");
            }
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return () -> Files.deleteIfExists(file);
    }

    /** The instances that run now. */
    public List<Instance> running() {
        List<Instance> running = new ArrayList<>();
        if (Files.isDirectory(directory)) {
            try (Stream<Path> files = Files.list(directory)) {
                for (Path file : files.filter(name -> name.toString().endsWith(".properties"))
                        .sorted()
                        .toList()) {
                    add(file, running);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return running;
    }

    private static void add(Path file, List<Instance> running) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        Instance instance = Instance.of(properties);
        if (instance.alive()) {
            running.add(instance);
        } else {
            Files.deleteIfExists(file);
        }
    }
}
