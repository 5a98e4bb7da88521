package dev.rota.gateway.webhook;

import dev.rota.client.Backoff;
import dev.rota.domain.rotation.ChangeKind;
import dev.rota.runtime.config.SecretSource;
import dev.rota.runtime.config.Settings;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Who is told of changes, and how.
 *
 * <p>Valid: name {@code pager}, url {@code https://example.com/hook}, with a secret in
 * {@code ROTA_WEBHOOK_PAGER_SECRET}. Invalid: the same without the secret (nobody could tell our requests from
 * others').
 *
 * @param name {@code webhooks.<name>}: letters, digits, {@code -} and {@code _}; also names the consumer group
 * @param url {@code url}, or the variable that {@code urlVariable} names, for addresses that are secrets themselves
 * @param key signs what is sent; from the variable that {@code secretVariable} names, default
 *     {@code ROTA_WEBHOOK_<NAME>_SECRET}
 * @param rotations {@code rotations}: which rotations; default all
 * @param kinds {@code kinds}: which changes; default all but {@code moved}
 * @param hold {@code hold}: how long a change must last before it is told of, 0 s to 1 day. Default 60 s; less tells
 *     sooner, and of more that is taken back at once
 * @param tries {@code tries}: how often a delivery is tried, 1 to 100. Default 8, which takes some two minutes
 * @param backoff waits between tries, 1 s doubling up to {@code maxWait}, 1 s to 1 h, default 60 s
 * @param timeout {@code timeout}: how long the receiver may take to answer, 100 ms to 60 s. Default 10 s
 */
public record WebhookConfig(
        String name,
        URI url,
        SigningKey key,
        Set<String> rotations,
        Set<ChangeKind> kinds,
        Duration hold,
        int tries,
        Backoff backoff,
        Duration timeout) {

    /** The section of the settings. */
    public static final String SECTION = "webhooks";

    private static final Set<ChangeKind> USUAL =
            EnumSet.of(ChangeKind.PRIMARY_CHANGED, ChangeKind.ENTERED, ChangeKind.LEFT);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);

    public WebhookConfig {
        if (!name.matches("[A-Za-z0-9_-]{1,60}")) {
            throw new IllegalArgumentException(
                    "a webhook's name must be 1 to 60 letters, digits, - and _, not \"" + name + "\"");
        }
        rotations = Set.copyOf(rotations);
        kinds = Set.copyOf(kinds);
    }

    /** The usual, for an address. */
    public static WebhookConfig of(String name, URI url, SigningKey key) {
        return new WebhookConfig(
                name,
                url,
                key,
                Set.of(),
                USUAL,
                Duration.ofSeconds(60),
                8,
                new Backoff(FIRST_WAIT, Duration.ofSeconds(60)),
                Duration.ofSeconds(10));
    }

    /** The group that keeps this webhook's place in the topic. */
    String group() {
        return "rota-webhook-" + name;
    }

    /** All webhooks of the section, by name. */
    public static List<WebhookConfig> readAll(Settings settings, SecretSource secrets) {
        List<WebhookConfig> webhooks = new ArrayList<>();
        for (String name : settings.names(SECTION)) {
            try {
                webhooks.add(read(settings, secrets, name));
            } catch (IllegalArgumentException e) {
                settings.problem(SECTION + "." + name, name, String.valueOf(e.getMessage()));
            }
        }
        return webhooks;
    }

    private static WebhookConfig read(Settings settings, SecretSource secrets, String name) {
        String prefix = SECTION + "." + name;
        // All is read before anything is refused, so that all that is wrong is told at once.
        Optional<URI> url = url(settings, secrets, prefix);
        String variable = settings.text(
                prefix + ".secretVariable",
                "ROTA_WEBHOOK_" + name.toUpperCase(Locale.ROOT).replace('-', '_') + "_SECRET");
        List<String> rotations = settings.list(prefix + ".rotations", List.of());
        Set<ChangeKind> kinds = settings.read(prefix + ".kinds", USUAL, WebhookConfig::kinds);
        Duration hold = settings.duration(prefix + ".hold", Duration.ofSeconds(60), Duration.ZERO, Duration.ofDays(1));
        int tries = settings.integer(prefix + ".tries", 8, 1, 100);
        Duration longest =
                settings.duration(prefix + ".maxWait", Duration.ofSeconds(60), FIRST_WAIT, Duration.ofHours(1));
        Duration timeout = settings.duration(
                prefix + ".timeout", Duration.ofSeconds(10), Duration.ofMillis(100), Duration.ofSeconds(60));
        SigningKey key = secrets.find(variable)
                .map(SigningKey::of)
                .orElseThrow(() -> new IllegalArgumentException(
                        "needs a secret that signs what is sent: set " + variable + ", or " + variable + "_FILE"));
        return new WebhookConfig(
                name,
                url.orElseThrow(() -> new IllegalArgumentException("needs url, an http or https address to post to")),
                key,
                Set.copyOf(rotations),
                kinds,
                hold,
                tries,
                new Backoff(FIRST_WAIT, longest),
                timeout);
    }

    private static Optional<URI> url(Settings settings, SecretSource secrets, String prefix) {
        Optional<String> variable = settings.optionalText(prefix + ".urlVariable");
        URI none = URI.create("http://localhost");
        if (variable.isEmpty()) {
            URI url = settings.address(prefix + ".url", none);
            return settings.optionalText(prefix + ".url").map(_ -> url);
        }
        String url = secrets.find(variable.get())
                .orElseThrow(() -> new IllegalArgumentException("urlVariable names " + variable.get()
                        + ", which is not set: put the address to post to into it"));
        try {
            URI address = URI.create(url);
            if (address.getHost() != null && String.valueOf(address.getScheme()).matches("https?")) {
                return Optional.of(address);
            }
        } catch (IllegalArgumentException _) {
            // The message of it would show the address, which is a secret.
        }
        throw new IllegalArgumentException(variable.get() + " must hold an http or https address");
    }

    private static Set<ChangeKind> kinds(String text) {
        Set<ChangeKind> kinds = EnumSet.noneOf(ChangeKind.class);
        for (String word : text.split(",", -1)) {
            try {
                kinds.add(
                        ChangeKind.valueOf(word.trim().toUpperCase(Locale.ROOT).replace('-', '_')));
            } catch (IllegalArgumentException _) {
                throw new IllegalArgumentException("must be some of primary-changed, entered, left and moved");
            }
        }
        return kinds;
    }

    /** Without the path of the address, which is a secret at some receivers. */
    @Override
    public String toString() {
        return "WebhookConfig[name=" + name + ", host=" + url.getHost() + ", hold=" + hold + "]";
    }
}
