package dev.rota.simulator.catalogue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The models that exist, listed or not, in the order of the list. Immutable. */
public final class Catalogue {
    private final Map<String, CatalogueModel> models = new LinkedHashMap<>();

    private Catalogue(Collection<CatalogueModel> models) {
        models.forEach(model -> this.models.put(model.id(), model));
    }

    public static Catalogue of(List<ModelSheet> sheets) {
        return new Catalogue(sheets.stream().map(Catalogue::model).toList());
    }

    /** The models of a file, in its order, or {@link CatalogueException}. */
    public static Catalogue read(Path file) {
        return new Catalogue(CatalogueFile.read(file));
    }

    /** With these models too; one with a known id takes its place. */
    public Catalogue with(List<ModelSheet> sheets) {
        Catalogue more = new Catalogue(models.values());
        sheets.stream().map(Catalogue::model).forEach(model -> more.models.put(model.id(), model));
        return more;
    }

    public Optional<CatalogueModel> find(String id) {
        return Optional.ofNullable(models.get(id));
    }

    public List<CatalogueModel> models() {
        return List.copyOf(models.values());
    }

    /**
     * The list's body.
     *
     * @param listed the models that are on the list now
     * @param offset the first one to show
     * @param size how many to show
     * @param path where the list is served, for the link to the next page
     */
    public static byte[] page(List<CatalogueModel> listed, int offset, int size, String path) {
        int from = Math.min(offset, listed.size());
        int to = (int) Math.min((long) from + size, listed.size());
        StringBuilder json = new StringBuilder("{\"data\":[");
        for (int i = from; i < to; i++) {
            json.append(i == from ? "" : ",").append(listed.get(i).json());
        }
        String next = to < listed.size() ? "\"" + path + "?offset=" + to + "&limit=" + size + "\"" : "null";
        json.append("],\"total_count\":").append(listed.size());
        json.append(",\"links\":{\"next\":").append(next).append("}}");
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static CatalogueModel model(ModelSheet sheet) {
        return CatalogueModel.of(ModelJson.of(sheet));
    }
}
