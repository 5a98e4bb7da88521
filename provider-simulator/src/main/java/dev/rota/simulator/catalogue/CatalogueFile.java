package dev.rota.simulator.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Reads the body of a provider's {@code GET /models} from a file, plain or gzipped. */
final class CatalogueFile {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final String REMEDY =
            "; it must hold the body of a provider's GET /models, {\"data\":[{\"id\":…}…]}, plain or gzipped";

    private CatalogueFile() {}

    static List<CatalogueModel> read(Path file) {
        JsonNode root;
        try {
            root = JSON.readTree(unpacked(Files.readAllBytes(file)));
        } catch (JsonProcessingException e) {
            throw new CatalogueException(
                    "The models file " + file + " is not JSON: " + e.getOriginalMessage() + REMEDY, e);
        } catch (IOException e) {
            throw new CatalogueException("The models file " + file + " cannot be read: " + reason(e), e);
        }
        return models(file, root.isArray() ? root : root.path("data"));
    }

    private static List<CatalogueModel> models(Path file, JsonNode entries) {
        if (!entries.isArray()) {
            throw new CatalogueException("The models file " + file + " has no list \"data\"" + REMEDY);
        }
        List<CatalogueModel> models = new ArrayList<>();
        for (JsonNode entry : entries) {
            if (!entry.path("id").isTextual()) {
                throw new CatalogueException(
                        "Entry " + models.size() + " of the models file " + file + " has no \"id\"" + REMEDY);
            }
            models.add(CatalogueModel.of(entry));
        }
        return models;
    }

    private static byte[] unpacked(byte[] bytes) throws IOException {
        boolean zipped = bytes.length > 2 && (bytes[0] & 0xff) == 0x1f && (bytes[1] & 0xff) == 0x8b;
        if (!zipped) {
            return bytes;
        }
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return in.readAllBytes();
        }
    }

    private static String reason(IOException e) {
        return e instanceof NoSuchFileException ? "there is no such file" : String.valueOf(e.getMessage());
    }
}
