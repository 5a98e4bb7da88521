package dev.rota.tester;

import dev.rota.domain.model.Facts;
import dev.rota.domain.probe.ModelFound;
import dev.rota.domain.result.Failure;
import dev.rota.domain.result.FailureKind;
import dev.rota.provider.chat.ChatMessage;
import dev.rota.provider.chat.ChatRequest;
import dev.rota.provider.chat.ChatTool;
import dev.rota.provider.http.HttpLimits;
import dev.rota.provider.judge.ToolUse;
import dev.rota.provider.judge.Transcript;
import dev.rota.tester.suite.Message;
import dev.rota.tester.suite.Task;
import dev.rota.tester.suite.Timeouts;
import dev.rota.tester.worker.ModelCalls;
import dev.rota.tester.worker.Spending;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Calls the models of configured catalogues: free ones, and paid ones up to a day's cap. Thread-safe. */
final class ProviderCalls implements ModelCalls {
    /** More than any answer worth grading. */
    private static final long MAX_BYTES = 8 * 1024 * 1024;

    private final Map<String, Provider> providers;
    private final Spending spending;
    private final Clock clock;

    ProviderCalls(Map<String, Provider> providers, Spending spending, Clock clock) {
        this.providers = Map.copyOf(providers);
        this.spending = spending;
        this.clock = clock;
    }

    @Override
    public Call call(ModelFound probe, Task task, Timeouts timeouts) {
        Provider provider = providers.get(probe.model().catalogue());
        if (provider == null) {
            return new Call.Refused(Failure.of(
                    FailureKind.BAD_REQUEST,
                    "this tester knows no catalogue \"" + probe.model().catalogue() + "\"; it knows "
                            + String.join(", ", new TreeSet<>(providers.keySet()))));
        }
        Facts facts = probe.facts();
        Optional<Failure> refusal = provider.refusal(facts).or(() -> unsupported(facts, task));
        if (refusal.isPresent()) {
            return new Call.Refused(refusal.get());
        }
        return facts.free()
                ? new Call.Made(chat(provider, probe, task, timeouts))
                : paid(provider, probe, task, timeouts);
    }

    /** A request that the catalogue says must fail is not worth a part of the quota. */
    private static Optional<Failure> unsupported(Facts facts, Task task) {
        boolean refused =
                !task.tools().isEmpty() && !facts.supportedParameters().isEmpty() && !facts.supports("tools");
        return refused
                ? Optional.of(Failure.of(FailureKind.UNSUPPORTED, "the catalogue says that the model takes no tools"))
                : Optional.empty();
    }

    /** Reserves the most it can cost before the call, so that calls at the same time keep the cap together. */
    private Call paid(Provider provider, ModelFound probe, Task task, Timeouts timeouts) {
        Optional<Price> price = Price.of(probe.facts());
        if (price.isEmpty()) {
            return new Call.Refused(Failure.of(
                    FailureKind.BAD_REQUEST, "the model is not free and its price is unknown, so it was not called"));
        }
        String catalogue = provider.config().name();
        double most = price.get().most(task);
        double cap = provider.config().spendingCapUsd();
        return switch (spending.reserve(catalogue, most, cap, clock.instant())) {
            case Spending.Grant.Granted granted -> {
                Transcript chat = chat(provider, probe, task, timeouts);
                spending.settle(granted, price.get().of(chat, task));
                yield new Call.Made(chat);
            }
            case Spending.Grant.Refused(double spent) ->
                new Call.Refused(Failure.of(
                        FailureKind.PAYMENT_REQUIRED,
                        String.format(
                                Locale.ROOT,
                                "not called: it may cost $%.4f, and of the $%.2f a day for probes of %s $%.4f are spent",
                                most,
                                cap,
                                catalogue,
                                spent)));
            case Spending.Grant.Unknown(String reason) ->
                new Call.Refused(Failure.of(FailureKind.CONNECTION, "the paid model was not called: " + reason));
        };
    }

    private static Transcript chat(Provider provider, ModelFound probe, Task task, Timeouts timeouts) {
        return provider.client().chat(request(probe, task), limits(timeouts));
    }

    private static HttpLimits limits(Timeouts timeouts) {
        return new HttpLimits(timeouts.connect(), timeouts.firstToken(), timeouts.idle(), timeouts.total(), MAX_BYTES);
    }

    private static ChatRequest request(ModelFound probe, Task task) {
        return new ChatRequest(
                probe.model().providerId(),
                task.messages().stream().map(ProviderCalls::message).toList(),
                task.tools().stream()
                        .map(tool -> new ChatTool(tool.name(), tool.description(), tool.parametersSchema()))
                        .toList(),
                task.maxTokens(),
                task.temperature(),
                true);
    }

    private static ChatMessage message(Message message) {
        return new ChatMessage(
                message.role().name().toLowerCase(Locale.ROOT),
                message.content(),
                message.toolCalls().stream()
                        .map(call -> new ToolUse(call.id(), call.name(), call.arguments()))
                        .toList(),
                message.toolCallId());
    }
}
