package dev.rota.runtime.config;

import dev.rota.domain.text.Nearest;
import dev.rota.domain.time.DurationText;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The settings of one process, from the weakest layer to the strongest: defaults, {@code rota.yaml}, environment
 * variables, flags. The variable of {@code tester.slots} is {@code ROTA_TESTER_SLOTS}; of {@code discovery.maxModels},
 * {@code ROTA_DISCOVERY_MAX_MODELS}.
 *
 * <p>A component reads what it knows; a value that breaks a rule is noted, its default used, and reading goes on.
 * {@link #check} then throws once for everything noted and for every key that nobody read. Not thread-safe.
 */
public final class Settings {
    private final Map<String, String> file;
    private final Map<String, String> environment;
    private final Map<String, String> flags;
    private final Map<String, String> effective = new TreeMap<>();
    private final Set<String> knownPrefixes = new TreeSet<>();
    private final List<String> problems = new ArrayList<>();

    private Settings(Map<String, String> file, Map<String, String> environment, Map<String, String> flags) {
        this.file = file;
        this.environment = environment;
        this.flags = flags;
    }

    /**
     * Reads the layers.
     *
     * @param file the YAML file; null for none
     * @param environment the process's environment
     * @param flags settings given on the command line, by key
     * @throws ConfigException if the file is not readable YAML
     */
    public static Settings load(@Nullable Path file, Map<String, String> environment, Map<String, String> flags) {
        return new Settings(file == null ? Map.of() : SettingsFile.read(file), environment, flags);
    }

    public String text(String key, String fallback) {
        return read(key, fallback, value -> value);
    }

    public Optional<String> optionalText(String key) {
        String value = find(key);
        if (value == null) {
            effective.putIfAbsent(key, "");
        } else {
            effective.put(key, value);
        }
        return Optional.ofNullable(value);
    }

    /** A whole number, {@code min} and {@code max} included. */
    public int integer(String key, int fallback, int min, int max) {
        return read(key, fallback, value -> {
            int number = Integer.parseInt(value.trim());
            if (number < min || number > max) {
                throw new IllegalArgumentException("must be from " + min + " to " + max);
            }
            return number;
        });
    }

    /** A number, {@code min} and {@code max} included. */
    public double number(String key, double fallback, double min, double max) {
        return read(key, fallback, value -> {
            double number = Double.parseDouble(value.trim());
            if (!(number >= min && number <= max)) {
                throw new IllegalArgumentException("must be from " + min + " to " + max);
            }
            return number;
        });
    }

    /** {@code true} or {@code false}. */
    public boolean flag(String key, boolean fallback) {
        return read(key, fallback, value -> switch (value.trim().toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("must be true or false");
        });
    }

    /** A duration such as {@code 90s}, {@code min} and {@code max} included. */
    public Duration duration(String key, Duration fallback, Duration min, Duration max) {
        return read(key, fallback, value -> {
            Duration duration = DurationText.parse(value);
            if (duration.compareTo(min) < 0 || duration.compareTo(max) > 0) {
                throw new IllegalArgumentException(
                        "must be from " + DurationText.format(min) + " to " + DurationText.format(max));
            }
            return duration;
        });
    }

    /** An absolute http or https address. */
    public URI address(String key, URI fallback) {
        return read(key, fallback, Settings::address);
    }

    public Path path(String key, Path fallback) {
        return read(key, fallback, Path::of);
    }

    /** One of an enum's constants, in any case and with {@code -} for {@code _}. */
    public <E extends Enum<E>> E choice(String key, Class<E> type, E fallback) {
        return read(key, fallback, value -> {
            for (E constant : type.getEnumConstants()) {
                if (constant.name().equalsIgnoreCase(value.trim().replace('-', '_'))) {
                    return constant;
                }
            }
            throw new IllegalArgumentException("must be one of "
                    + String.join(
                            ", ",
                            List.of(type.getEnumConstants()).stream()
                                    .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                                    .toList()));
        });
    }

    /** Several values, given as a YAML list or with commas between them. */
    public List<String> list(String key, List<String> fallback) {
        return read(
                key,
                fallback,
                value -> List.of(value.split(",", -1)).stream()
                        .map(String::trim)
                        .filter(item -> !item.isEmpty())
                        .toList());
    }

    /** Anything else: {@code parser} throws {@link IllegalArgumentException} with the rule that a value breaks. */
    public <T> T read(String key, T fallback, Function<String, T> parser) {
        String value = find(key);
        effective.put(key, value == null ? written(fallback) : value);
        if (value == null) {
            return fallback;
        }
        try {
            return parser.apply(value);
        } catch (NumberFormatException e) {
            problem(key, value, "must be a number");
        } catch (IllegalArgumentException e) {
            problem(key, value, String.valueOf(e.getMessage()));
        }
        return fallback;
    }

    /** A default as a person would write it. */
    private static String written(@Nullable Object value) {
        return switch (value) {
            case Duration duration -> DurationText.format(duration);
            case List<?> items -> items.stream().map(Settings::written).collect(Collectors.joining(","));
            case Collection<?> items ->
                items.stream().map(Settings::written).sorted().collect(Collectors.joining(","));
            case InetAddress address -> address.getHostAddress();
            case Enum<?> constant -> constant.name().toLowerCase(Locale.ROOT);
            case null, default -> String.valueOf(value);
        };
    }

    /** The names directly below a key: of {@code catalogues.groq.url} below {@code catalogues}, {@code groq}. */
    public Set<String> names(String key) {
        Set<String> names = new TreeSet<>();
        for (Map<String, String> layer : List.of(file, flags)) {
            layer.keySet().stream()
                    .filter(candidate -> candidate.startsWith(key + "."))
                    .map(candidate -> candidate.substring(key.length() + 1))
                    .map(rest -> rest.contains(".") ? rest.substring(0, rest.indexOf('.')) : rest)
                    .forEach(names::add);
        }
        return names;
    }

    /**
     * Everything below a key, for clients that have their own settings. From the environment,
     * {@code ROTA_KAFKA_SASL_MECHANISM} is {@code sasl.mechanism} below {@code kafka}.
     */
    public Map<String, String> passThrough(String key) {
        knownPrefixes.add(key + ".");
        Map<String, String> values = new TreeMap<>();
        String variablePrefix = variable(key) + "_";
        copyBelow(key, file, values);
        environment.forEach((name, value) -> {
            if (name.startsWith(variablePrefix)) {
                values.put(
                        name.substring(variablePrefix.length())
                                .toLowerCase(Locale.ROOT)
                                .replace('_', '.'),
                        value);
            }
        });
        copyBelow(key, flags, values);
        values.forEach((name, value) -> effective.put(key + "." + name, value));
        return values;
    }

    private static void copyBelow(String key, Map<String, String> layer, Map<String, String> values) {
        layer.forEach((name, value) -> {
            if (name.startsWith(key + ".")) {
                values.put(name.substring(key.length() + 1), value);
            }
        });
    }

    /** Notes a problem that a component found itself; {@link #check} reports it with the others. */
    public void problem(String key, String value, String rule) {
        problems.add(where(key) + ": " + rule + ", not \"" + value + "\"");
    }

    /**
     * Throws if anything is wrong.
     *
     * @param sections first parts of the keys this process is to know; an unknown key below one of them is a problem.
     *     Keys of other sections belong to other services and are left alone, but a section must be a known one
     * @param allSections first parts of the keys that any service knows
     */
    public void check(Set<String> sections, Set<String> allSections) {
        for (Map<String, String> layer : List.of(file, flags)) {
            for (String key : layer.keySet()) {
                String section = key.contains(".") ? key.substring(0, key.indexOf('.')) : key;
                if (!allSections.contains(section)) {
                    unknown(key, Nearest.to(section, allSections));
                } else if (sections.contains(section) && !known(key)) {
                    unknown(key, Nearest.to(key, effective.keySet()));
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
    }

    /** Every setting read so far with the value it has, what looks like a secret masked; sorted by key. */
    public Map<String, String> effective() {
        Map<String, String> masked = new TreeMap<>(effective);
        masked.replaceAll((key, value) -> Masking.of(key, value));
        return masked;
    }

    private void unknown(String key, Optional<String> nearest) {
        problems.add(where(key) + ": unknown setting"
                + nearest.map(name -> "; did you mean \"" + name + "\"?").orElse(""));
    }

    private boolean known(String key) {
        return effective.containsKey(key) || knownPrefixes.stream().anyMatch(key::startsWith);
    }

    private @Nullable String find(String key) {
        String flag = flags.get(key);
        String variable = environment.get(variable(key));
        return flag != null ? flag : variable != null ? variable : file.get(key);
    }

    private String where(String key) {
        if (flags.containsKey(key)) {
            return key + " (a flag)";
        }
        return environment.containsKey(variable(key)) ? variable(key) : key;
    }

    static String variable(String key) {
        String words = key.replaceAll("([a-z0-9])([A-Z])", "$1_$2");
        return "ROTA_" + words.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }

    private static URI address(String value) {
        URI uri = URI.create(value.trim());
        String scheme = String.valueOf(uri.getScheme());
        if (uri.getHost() == null || !(scheme.equals("http") || scheme.equals("https"))) {
            throw new IllegalArgumentException("must be an http or https address");
        }
        return uri;
    }
}
