package dev.rota.simulator.http;

import dev.rota.simulator.account.Admission;
import dev.rota.simulator.behaviour.Behaviour;
import dev.rota.simulator.behaviour.Decision;
import dev.rota.simulator.behaviour.Seeds;
import dev.rota.simulator.catalogue.CatalogueModel;
import dev.rota.simulator.script.AccountErrors;
import dev.rota.simulator.script.ChatRequest;
import dev.rota.simulator.script.ChatRequestReader;
import dev.rota.simulator.script.Script;
import dev.rota.simulator.script.Take;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** {@code POST /chat/completions}: checks in the provider's order, then what the model does. */
final class ChatRoute implements Handler {
    private final Stage stage;
    private final Player player;

    ChatRoute(Stage stage) {
        this.stage = stage;
        this.player = new Player(stage.pauses());
    }

    @Override
    public void handle(ServerRequest request, ServerResponse response) {
        stage.counters().begin();
        try {
            player.play(script(Caller.of(request), body(request)), response);
        } finally {
            stage.counters().end();
        }
    }

    private static byte[] body(ServerRequest request) {
        if (!request.content().hasEntity()) {
            return new byte[0];
        }
        try (InputStream in = request.content().inputStream()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Script script(Caller caller, byte[] body) {
        Optional<Script> refusal = caller.refusal(stage.scenario().account());
        if (refusal.isPresent()) {
            stage.counters().outcome("unauthorized");
            return refusal.get();
        }
        try {
            return script(caller, ChatRequestReader.read(body));
        } catch (IllegalArgumentException e) {
            stage.counters().outcome("bad-request");
            return AccountErrors.badRequest(String.valueOf(e.getMessage()));
        }
    }

    private Script script(Caller caller, ChatRequest chat) {
        Instant now = stage.clock().instant();
        stage.counters().asked(chat.model());
        Optional<CatalogueModel> model = stage.catalogue().find(chat.model());
        if (model.isEmpty()) {
            stage.counters().outcome("unknown-model");
            return AccountErrors.modelNotValid(chat.model());
        }
        return refusal(caller, chat, model.get(), now).orElseGet(() -> play(chat, now));
    }

    /** What keeps a request from the model. */
    private Optional<Script> refusal(Caller caller, ChatRequest chat, CatalogueModel model, Instant now) {
        if (!stage.cast().isListed(model.id(), now)) {
            return refuse("not-listed", AccountErrors.noEndpoints(model.id()));
        }
        if (!model.free() && stage.scenario().account().credit() <= 0) {
            return refuse("no-credit", AccountErrors.noCredit());
        }
        if (model.free() && stage.limits().admit(caller.key(), now) instanceof Admission.Refused refused) {
            return refuse(refused.limit(), AccountErrors.limited(refused));
        }
        if (!chat.tools().isEmpty() && !model.tools()) {
            return refuse("no-tools", AccountErrors.toolsUnsupported());
        }
        if (model.contextLength() > 0 && chat.promptTokens() > model.contextLength()) {
            return refuse("too-long", AccountErrors.contextTooLong(model.contextLength(), chat.promptTokens()));
        }
        return Optional.empty();
    }

    private Optional<Script> refuse(String why, Script script) {
        stage.counters().outcome(why);
        return Optional.of(script);
    }

    private Script play(ChatRequest chat, Instant now) {
        Behaviour behaviour = stage.cast().behaviour(chat.model(), now);
        long number = stage.counters().nextTake(chat.model());
        RandomGenerator random = Seeds.of(stage.seed(), chat.model(), number);
        Decision decision = behaviour.decide(random);
        stage.counters().outcome(name(decision));
        String id = "gen-" + now.getEpochSecond() + "-" + Long.toUnsignedString(random.nextLong(), 36);
        return stage.writer()
                .write(
                        decision,
                        new Take(chat, behaviour, id, now, stage.scenario().hang()));
    }

    private static String name(Decision decision) {
        return switch (decision) {
            case Decision.Answer answer ->
                answer.quality().name().toLowerCase(Locale.ROOT).replace('_', '-');
            case Decision.Fail fail -> fail.shape().scenarioName();
        };
    }
}
