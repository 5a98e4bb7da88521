package dev.rota.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.domain.model.ModelId;
import dev.rota.json.JsonForms;
import dev.rota.runtime.kafka.KafkaSettings;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows compiles. */
class ReadmeTest {
    private static String before(String given) {
        return """
            import dev.rota.client.*;
            import dev.rota.client.call.*;
            import dev.rota.client.http.*;
            import dev.rota.client.kafka.KafkaFeed;
            import dev.rota.runtime.kafka.KafkaSettings;
            import java.net.URI;
            import java.net.http.HttpResponse;
            import java.time.Duration;
            import java.time.Instant;
            import java.util.Optional;
            abstract class Example {
                abstract HttpResponse<String> ask(String model, Duration limit);
                void run(RotationSubscription %s) throws Exception {
            """.formatted(given);
    }

    @Test
    void itsExamplesCompile(@TempDir Path out) throws IOException {
        List<String> examples = examples(Files.readString(Path.of("README.md")));
        assertThat(examples).hasSizeGreaterThanOrEqualTo(3);
        for (String example : examples) {
            // An example that makes a subscription calls it what others are given it as.
            String given = example.contains("RotationSubscription speed") ? "other" : "speed";
            assertThat(problems(before(given) + example + "\n}}", out))
                    .as(example)
                    .isEmpty();
        }
    }

    /** Indented blocks that are Java, and code in a line that makes something. */
    private static List<String> examples(String readme) {
        List<String> examples = new ArrayList<>();
        for (String block : readme.split("\n(?=\\S)|(?<=\n)\n(?=    \\S)", -1)) {
            if (block.startsWith("    ") && block.contains(";")) {
                examples.add(block);
            }
        }
        for (String word : readme.split("`", -1)) {
            if (word.startsWith("new ") && word.endsWith(")")) {
                examples.add("Object made = " + word + ";");
            }
        }
        return examples;
    }

    /** Where what the examples name comes from, however the tests are run. */
    private static String classPath() {
        return Stream.of(
                        RotationSubscription.class, ModelId.class, JsonForms.class, KafkaSettings.class, Nullable.class)
                .map(type -> Path.of(URI.create(type.getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toString()))
                        .toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static List<String> problems(String source, Path out) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
        JavaFileObject file =
                new SimpleJavaFileObject(URI.create("memory:///Example.java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return source;
                    }
                };
        List<String> options = List.of("-proc:none", "-d", out.toString(), "-classpath", classPath());
        compiler.getTask(null, null, problems, options, null, List.of(file)).call();
        return problems.getDiagnostics().stream()
                .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
                .map(Object::toString)
                .toList();
    }
}
