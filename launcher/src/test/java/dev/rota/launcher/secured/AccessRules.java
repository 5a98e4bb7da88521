package dev.rota.launcher.secured;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/** The access rules of {@code deploy/security/acls.sh}, as its commands say them, and of the table in the handbook. */
final class AccessRules {
    private static final Path SCRIPT = Path.of("..", "deploy", "security", "acls.sh");
    private static final Path HANDBOOK = Path.of("..", "docs", "operations.md");

    private AccessRules() {}

    /** One rule: who may do what with what. */
    record Rule(String user, ResourceType type, String name, PatternType pattern, Set<AclOperation> operations) {
        List<AclBinding> bindings() {
            return operations.stream()
                    .map(operation -> new AclBinding(
                            new ResourcePattern(type, name, pattern),
                            new AccessControlEntry("User:" + user, "*", operation, AclPermissionType.ALLOW)))
                    .toList();
        }

        boolean covers(ResourceType resource, String resourceName) {
            return type == resource
                    && (pattern == PatternType.LITERAL ? resourceName.equals(name) : resourceName.startsWith(name));
        }

        /** As a row of the handbook's table begins. */
        String row() {
            return "%s | %s | %s%s | %s"
                    .formatted(
                            user,
                            type.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                            name,
                            pattern == PatternType.PREFIXED ? "*" : "",
                            operations.stream().map(AccessRules::title).collect(Collectors.joining(", ")));
        }
    }

    static List<Rule> ofScript() throws IOException {
        return Files.readAllLines(SCRIPT).stream()
                .filter(line -> line.startsWith("$acls "))
                .map(AccessRules::rule)
                .toList();
    }

    /** The first four cells of each row that names a user. */
    static Set<String> rowsOfHandbook() throws IOException {
        return Files.readAllLines(HANDBOOK).stream()
                .filter(line -> line.startsWith("| rota-"))
                .map(line -> Arrays.stream(line.split("\\|"))
                        .skip(1)
                        .limit(4)
                        .map(cell -> cell.replace("`", "").trim())
                        .collect(Collectors.joining(" | ")))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What Kafka lets a user do with a resource under the rules: what is allowed, and what that implies. */
    static Set<AclOperation> allowed(List<Rule> rules, String user, ResourceType type, String name) {
        Set<AclOperation> allowed = EnumSet.noneOf(AclOperation.class);
        rules.stream()
                .filter(rule -> rule.user().equals(user) && rule.covers(type, name))
                .forEach(rule -> allowed.addAll(rule.operations()));
        if (allowed.contains(AclOperation.READ)
                || allowed.contains(AclOperation.WRITE)
                || allowed.contains(AclOperation.DELETE)) {
            allowed.add(AclOperation.DESCRIBE);
        }
        if (allowed.contains(AclOperation.ALTER_CONFIGS)) {
            allowed.add(AclOperation.DESCRIBE_CONFIGS);
        }
        return allowed;
    }

    /** One name that each rule for such resources covers; for a beginning, one that goes on. */
    static Set<String> names(List<Rule> rules, ResourceType type) {
        return rules.stream()
                .filter(rule -> rule.type() == type)
                .map(rule -> rule.pattern() == PatternType.PREFIXED ? rule.name() + "x" : rule.name())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Rule rule(String command) {
        List<String> words = new ArrayList<>(Arrays.asList(command.split(" ")));
        Set<AclOperation> operations = EnumSet.noneOf(AclOperation.class);
        String user = "";
        String name = "";
        ResourceType type = ResourceType.UNKNOWN;
        PatternType pattern = PatternType.LITERAL;
        for (int i = 2; i < words.size(); i += 2) {
            String value = words.get(i + 1);
            switch (words.get(i)) {
                case "--allow-principal" -> user = value.substring("User:".length());
                case "--operation" -> operations.add(operation(value));
                case "--topic" -> {
                    type = ResourceType.TOPIC;
                    name = value;
                }
                case "--group" -> {
                    type = ResourceType.GROUP;
                    name = value;
                }
                case "--transactional-id" -> {
                    type = ResourceType.TRANSACTIONAL_ID;
                    name = value;
                }
                case "--resource-pattern-type" -> pattern = PatternType.valueOf(value.toUpperCase(Locale.ROOT));
                default -> throw new IllegalArgumentException("what is this in " + SCRIPT + "? " + command);
            }
        }
        return new Rule(user, type, name, pattern, operations);
    }

    private static AclOperation operation(String title) {
        return Arrays.stream(AclOperation.values())
                .filter(operation -> title(operation).equals(title))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no operation is called " + title));
    }

    private static String title(AclOperation operation) {
        return Arrays.stream(operation.name().split("_"))
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
    }
}
