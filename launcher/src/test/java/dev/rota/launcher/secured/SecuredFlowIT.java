package dev.rota.launcher.secured;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.rota.domain.rotation.Rotation;
import dev.rota.json.JsonForms;
import dev.rota.launcher.Shell;
import dev.rota.schema.topic.Topics;
import dev.rota.simulator.ProviderSimulator;
import dev.rota.simulator.SimulatorConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TransactionalIdAuthorizationException;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each service as its own user, by configuration alone, on a Kafka that refuses everything but what
 * {@code deploy/security/acls.sh} allows, and with a registry that asks for TLS and a password.
 */
@Timeout(600)
class SecuredFlowIT {
    private static final Duration LIMIT = Duration.ofMinutes(4);
    private static final String STRANGERS_TOPIC = "payroll";
    private static final String STRANGERS_GROUP = "payroll-clerks";

    @TempDir
    static Path directory;

    private static List<AccessRules.Rule> rules = List.of();
    private static SecuredKafka kafka;
    private static Shell shell;

    @BeforeAll
    static void start() throws Exception {
        rules = AccessRules.ofScript();
        kafka = SecuredKafka.start(directory, users(), rules);
        shell = new Shell(directory.resolve("running"));
        try (Admin admin = admin("broker")) {
            admin.createTopics(List.of(new NewTopic(STRANGERS_TOPIC, 1, (short) 1)))
                    .all()
                    .get();
        }
        Shell.Ran topics = shell.run("topics", "--config", config("rota-setup", Map.of()));
        assertThat(topics.code()).as(topics.err()).isZero();
    }

    @AfterAll
    static void stop() {
        kafka.close();
    }

    @Test
    void theTableOfTheHandbookSaysWhatTheScriptDoes() throws IOException {
        Set<String> script = rules.stream().map(AccessRules.Rule::row).collect(Collectors.toCollection(TreeSet::new));

        assertThat(AccessRules.rowsOfHandbook()).isEqualTo(script);
    }

    @Test
    void allOfRotaRunsWithExactlyTheseRules() throws Exception {
        String gateway = Integer.toString(freePort());
        try (ProviderSimulator simulator = quickSimulator();
                Shell.Running registry = registry()) {
            Map<String, String> more = registryClient(registryUrl(registry), "rota", "registry-secret");
            String catalogue = "mine=" + simulator.baseUrl();
            try (Shell.Running discovery = service("discovery", more, "--catalogue", catalogue);
                    Shell.Running tester = service("tester", more, "--catalogue", catalogue);
                    Shell.Running ranking = service("ranking", more, "--data", directory.resolve("ranking") + "");
                    Shell.Running http = service("gateway", more, "--port", gateway)) {
                List<Shell.Running> all = List.of(discovery, tester, ranking, http);
                await().atMost(LIMIT)
                        .pollInterval(Duration.ofSeconds(1))
                        .failFast(() -> allRun(all))
                        .untilAsserted(() -> assertThat(rotation(more)).isPositive());
                allRun(all);
            }
        }
    }

    private static void allRun(List<Shell.Running> services) {
        assertThat(services)
                .allSatisfy(each ->
                        assertThat(each.thread().isAlive()).as(each.err()).isTrue());
    }

    @Test
    void whateverIsNotAllowedIsRefused() throws Exception {
        Set<String> topics = Topics.all().stream().map(topic -> topic.name()).collect(Collectors.toSet());
        topics.addAll(List.of(Topics.DEAD_LETTERS, STRANGERS_TOPIC));
        for (String user : users()) {
            try (Admin admin = admin(user)) {
                for (String topic : topics) {
                    assertThat(may(admin, topic))
                            .as("%s on %s", user, topic)
                            .isEqualTo(AccessRules.allowed(rules, user, ResourceType.TOPIC, topic));
                }
                assertThat(admin.describeCluster(new DescribeClusterOptions().includeAuthorizedOperations(true))
                                .authorizedOperations()
                                .get())
                        .as("%s on the cluster", user)
                        .isEmpty();
            }
        }
    }

    @Test
    void aRecordThatIsNotAUsersToWriteDoesNotArrive() {
        Map<String, Object> settings = new HashMap<>(kafka.client("rota-tester"));
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            assertThatThrownBy(() -> producer.send(new ProducerRecord<>(Topics.ROTATION.name(), "speed", "mine"))
                            .get())
                    .hasCauseInstanceOf(TopicAuthorizationException.class);
        }
    }

    @Test
    void everyGroupThatIsNotAUsersIsRefused() throws Exception {
        Set<String> groups = AccessRules.names(rules, ResourceType.GROUP);
        assertThat(groups).hasSizeGreaterThan(3);
        groups.add(STRANGERS_GROUP);
        for (String user : users()) {
            try (Admin admin = admin(user)) {
                for (String group : groups) {
                    assertThat(maySeeGroup(admin, group))
                            .as("%s on group %s", user, group)
                            .isEqualTo(AccessRules.allowed(rules, user, ResourceType.GROUP, group)
                                    .contains(AclOperation.DESCRIBE));
                }
            }
        }
    }

    @Test
    void everyTransactionThatIsNotAUsersIsRefused() throws Exception {
        Set<String> names = AccessRules.names(rules, ResourceType.TRANSACTIONAL_ID);
        assertThat(names).hasSizeGreaterThan(1);
        names.add(STRANGERS_GROUP);
        for (String user : users()) {
            for (String name : names) {
                boolean allowed = AccessRules.allowed(rules, user, ResourceType.TRANSACTIONAL_ID, name)
                        .contains(AclOperation.WRITE);
                assertThat(mayWriteAs(user, name)).as("%s as %s", user, name).isEqualTo(allowed);
            }
        }
    }

    @Test
    void aWrongPasswordIsToldInOneLine() throws Exception {
        Map<String, String> wrong = new TreeMap<>(kafka.client("rota-setup", "wrong"));
        Shell.Ran ran = shell.run("topics", "--config", write("wrong", wrong, Map.of()));

        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err())
                .startsWith("rota: Kafka refuses these credentials")
                .doesNotContain("\tat ", "wrong\"");
    }

    private static Set<String> users() {
        return rules.stream().map(AccessRules.Rule::user).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whoever may see a group is told that it is not there; whoever may not is told nothing. */
    private static boolean maySeeGroup(Admin admin, String group) throws InterruptedException {
        try {
            admin.describeConsumerGroups(List.of(group)).all().get();
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GroupIdNotFoundException) {
                return true;
            }
            assertThat(e).hasCauseInstanceOf(GroupAuthorizationException.class);
            return false;
        }
    }

    private static boolean mayWriteAs(String user, String transactionalId) {
        Map<String, Object> settings = new HashMap<>(kafka.client(user));
        settings.put("transactional.id", transactionalId);
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.initTransactions();
            return true;
        } catch (TransactionalIdAuthorizationException e) {
            return false;
        }
    }

    private static Set<AclOperation> may(Admin admin, String topic) throws InterruptedException {
        try {
            DescribeTopicsOptions options = new DescribeTopicsOptions().includeAuthorizedOperations(true);
            return admin.describeTopics(List.of(topic), options).allTopicNames().get().values().stream()
                    .findFirst()
                    .orElseThrow()
                    .authorizedOperations();
        } catch (ExecutionException e) {
            assertThat(e).hasCauseInstanceOf(TopicAuthorizationException.class);
            return EnumSet.noneOf(AclOperation.class);
        }
    }

    /** The revision that an application reads; 0 while there is none. */
    private static long rotation(Map<String, String> registry) throws IOException {
        Shell.Ran ran = shell.run("rotation", "--json", "--config", config("rota-reader", registry));
        if (ran.code() != 0) {
            return 0;
        }
        Rotation rotation = JsonForms.ROTATION.read(ran.out());
        return rotation.entries().isEmpty() ? 0 : rotation.revision();
    }

    private static Shell.Running service(String name, Map<String, String> more, String... flags) throws IOException {
        List<String> words = new ArrayList<>(List.of(name, "--config", config("rota-" + name, more)));
        words.addAll(List.of(flags));
        return shell.start(words.toArray(String[]::new));
    }

    private static Shell.Running registry() throws IOException {
        Path users = Files.writeString(directory.resolve("users"), "rota:registry-secret\n");
        Map<String, String> settings =
                Map.of("registry.keyStore", kafka.keyStore().toString(), "registry.usersFile", users.toString());
        return shell.with(Map.of("ROTA_REGISTRY_KEY_STORE_PASSWORD", SecuredKafka.STORE_PASSWORD))
                .start("registry", "--port", "0", "--config", config("rota-registry", settings));
    }

    private static String registryUrl(Shell.Running registry) {
        await().atMost(LIMIT).until(() -> registry.err().contains("https://"));
        String line = registry.err().substring(registry.err().indexOf("https://"));
        return line.substring(0, line.indexOf(';'));
    }

    static Map<String, String> registryClient(String url, String user, String password) {
        return Map.of(
                "schema.registry.url",
                url,
                "schema.registry.basic.auth.credentials.source",
                "USER_INFO",
                "schema.registry.basic.auth.user.info",
                user + ":" + password,
                "schema.registry.ssl.truststore.type",
                "PKCS12",
                "schema.registry.ssl.truststore.location",
                kafka.trustStore().toString(),
                "schema.registry.ssl.truststore.password",
                SecuredKafka.STORE_PASSWORD);
    }

    private static String config(String user, Map<String, String> more) throws IOException {
        return write(user, kafka.client(user), more);
    }

    /** A configuration file as a deployment has it: passwords in files of their own. */
    private static String write(String name, Map<String, String> client, Map<String, String> more) throws IOException {
        Map<String, String> settings = new TreeMap<>(more);
        client.forEach((key, value) -> settings.put("kafka." + key, value));
        Path jaas = Files.writeString(directory.resolve(name + ".jaas"), settings.remove("kafka.sasl.jaas.config"));
        settings.put("kafka.sasl.jaas.config.file", jaas.toString());
        String yaml = settings.entrySet().stream()
                .map(each -> "%s: \"%s\"\n".formatted(each.getKey(), each.getValue()))
                .collect(Collectors.joining());
        return Files.writeString(directory.resolve(name + ".yaml"), yaml).toString();
    }

    private static Admin admin(String user) {
        return Admin.create(new HashMap<>(kafka.client(user)));
    }

    private static ProviderSimulator quickSimulator() throws IOException {
        Path scenario = Files.writeString(directory.resolve("scenario.yaml"), "timeScale: 50\n");
        ProviderSimulator simulator =
                new ProviderSimulator(SimulatorConfig.stock().withPort(0).withScenarioFile(scenario));
        simulator.start();
        return simulator;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }
}
