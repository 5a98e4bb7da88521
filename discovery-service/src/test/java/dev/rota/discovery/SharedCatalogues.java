package dev.rota.discovery;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rota.discovery.catalogue.CatalogueRefused;
import dev.rota.discovery.catalogue.Reading;
import dev.rota.discovery.catalogue.ReadingBuilder;
import dev.rota.discovery.json.CataloguePage;
import dev.rota.discovery.json.ModelRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** The real catalogues that lie beside the project; tests that need them are skipped where they are missing. */
public final class SharedCatalogues {
    private static final Pattern NAME =
            Pattern.compile("openrouter-(\\d{4}-\\d\\d-\\d\\d)(?:T(\\d\\d)(\\d\\d)(\\d\\d)Z)?\\.json\\.gz");

    private SharedCatalogues() {}

    /** All of them, the oldest first. */
    public static List<Path> files() {
        Path shared = Path.of(System.getProperty("rota.shared", "../../shared")).resolve("data/catalogue");
        assumeTrue(Files.isDirectory(shared), "no real catalogues at " + shared + "; set -Drota.shared");
        try (Stream<Path> files = Files.list(shared)) {
            return files.filter(file -> NAME.matcher(name(file)).matches())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** When a file's catalogue was read: noon, where its name gives only the day. */
    public static Instant time(Path file) {
        Matcher matcher = NAME.matcher(name(file));
        if (!matcher.matches()) {
            throw new IllegalArgumentException(name(file));
        }
        String time = matcher.group(2) == null
                ? "12:00:00"
                : matcher.group(2) + ":" + matcher.group(3) + ":" + matcher.group(4);
        return Instant.parse(matcher.group(1) + "T" + time + "Z");
    }

    /** A file's body as the provider sent it. */
    public static byte[] body(Path file) {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Reading read(Path file) throws CatalogueRefused {
        return read(body(file), time(file));
    }

    public static Reading read(String json, Instant at) throws CatalogueRefused {
        return read(json.getBytes(StandardCharsets.UTF_8), at);
    }

    public static Reading read(byte[] body, Instant at) throws CatalogueRefused {
        ReadingBuilder reading = new ReadingBuilder("openrouter");
        CataloguePage.read(
                "openrouter", new ByteArrayInputStream(body), new ModelRecord("openrouter", at, false), reading);
        return reading.build(at);
    }

    public static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
