package dev.rota.simulator.scenario;

import dev.rota.simulator.catalogue.ModelSheet;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a model to list. */
final class SheetReader {
    private final Problems problems;

    SheetReader(Problems problems) {
        this.problems = problems;
    }

    @Nullable
    ModelSheet read(YamlNode node, String path) {
        Section section = new Section(node, path, problems);
        String id = section.scalar("id", SheetReader::id);
        if (!section.entries().containsKey("id")) {
            problems.add(node.line(), path, "needs the key id");
        }
        ModelSheet base = ModelSheet.free(id == null ? "?" : id);
        ModelSheet sheet = new ModelSheet(
                base.id(),
                or(section.text("name"), base.name()),
                or(section.integer("contextLength", 1, Integer.MAX_VALUE), base.contextLength()),
                section.integer("maxOutputTokens", 1, Integer.MAX_VALUE),
                modalities(section, "input"),
                modalities(section, "output"),
                parameters(section),
                or(section.scalar("promptPrice", SheetReader::price), base.promptPrice()),
                or(section.scalar("completionPrice", SheetReader::price), base.completionPrice()),
                or(
                        section.scalar(
                                "created",
                                text -> date(text).atStartOfDay(ZoneOffset.UTC).toEpochSecond()),
                        base.created()),
                section.scalar("expires", text -> date(text).toString()),
                section.text("aliasOf"));
        section.end();
        return id == null ? null : sheet;
    }

    private static String id(String text) {
        if (text.isBlank() || text.chars().anyMatch(c -> Character.isWhitespace(c) || Character.isISOControl(c))) {
            throw new IllegalArgumentException("must be an id without spaces, not \"" + text + "\"");
        }
        return text;
    }

    private static List<String> modalities(Section section, String key) {
        List<String> given = section.read(key, (_, _) -> Words.texts(section.items(key)));
        return given == null ? List.of("text") : given;
    }

    private static List<String> parameters(Section section) {
        Boolean tools = section.flag("tools");
        List<String> given = section.read("parameters", (_, _) -> Words.texts(section.items("parameters")));
        return given != null ? given : ModelSheet.parameters(tools == null || tools);
    }

    private static String price(String text) {
        try {
            return new BigDecimal(text).toPlainString();
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "must be a decimal number of US dollars a token, not \"" + text + "\"", e);
        }
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("must be a date such as 2026-12-31, not \"" + text + "\"", e);
        }
    }

    private static <T> T or(@Nullable T value, T otherwise) {
        return value == null ? otherwise : value;
    }
}
