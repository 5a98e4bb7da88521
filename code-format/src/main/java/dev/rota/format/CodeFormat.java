package dev.rota.format;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.ImportOrderer;
import com.palantir.javaformat.java.JavaFormatterOptions;
import com.palantir.javaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Formats the project's Java files, or checks that they are formatted.
 *
 * <p>Usage: {@code CodeFormat check|apply DIR}. Exit code 0 if all is well, 1 if a file differs or cannot be parsed.
 */
public final class CodeFormat {
    private final Formatter formatter = Formatter.createFormatter(JavaFormatterOptions.builder()
            .style(JavaFormatterOptions.Style.PALANTIR)
            .formatJavadoc(true)
            .build());

    private CodeFormat() {}

    public static void main(String[] args) throws IOException {
        boolean apply = args[0].equals("apply");
        List<String> problems = new CodeFormat().run(Path.of(args[1]).normalize(), apply);
        problems.forEach(System.err::println);
        if (!problems.isEmpty()) {
            System.err.println("format them with: mvn -q -pl code-format process-classes -Dformat.mode=apply");
            System.exit(1);
        }
    }

    private List<String> run(Path root, boolean apply) throws IOException {
        List<String> problems = new ArrayList<>();
        for (Path file : sources(root)) {
            String before = Files.readString(file);
            try {
                String after = format(before);
                if (!after.equals(before) && apply) {
                    Files.writeString(file, after);
                } else if (!after.equals(before)) {
                    problems.add("not formatted: " + root.relativize(file));
                }
            } catch (FormatterException e) {
                problems.add("cannot be parsed: " + root.relativize(file) + ": " + e.getMessage());
            }
        }
        return problems;
    }

    private String format(String source) throws FormatterException {
        String imports = RemoveUnusedImports.removeUnusedImports(
                ImportOrderer.reorderImports(source, JavaFormatterOptions.Style.PALANTIR));
        return formatter.formatSource(imports);
    }

    private static List<Path> sources(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file ->
                            !root.relativize(file).toString().matches("(.*/)?(target|data|\\.git|node_modules)/.*"))
                    .sorted()
                    .toList();
        }
    }
}
