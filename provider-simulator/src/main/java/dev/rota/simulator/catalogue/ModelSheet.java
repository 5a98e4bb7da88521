package dev.rota.simulator.catalogue;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A model to list, in few words; {@link ModelJson} writes it in OpenRouter's.
 *
 * @param contextLength tokens
 * @param maxOutputTokens tokens, null if unknown
 * @param promptPrice US dollars a token as a decimal string; "-1" for a router
 * @param created seconds since 1970
 * @param expirationDate a date such as 2026-12-31, null if none is announced
 * @param aliasOf the id that an alias stands for, null for a model proper
 */
public record ModelSheet(
        String id,
        String name,
        int contextLength,
        @Nullable Integer maxOutputTokens,
        List<String> inputModalities,
        List<String> outputModalities,
        List<String> supportedParameters,
        String promptPrice,
        String completionPrice,
        long created,
        @Nullable String expirationDate,
        @Nullable String aliasOf) {

    /** What most models take. */
    public static final List<String> USUAL_PARAMETERS =
            List.of("max_tokens", "response_format", "seed", "stop", "temperature", "top_p");

    /** What those that call tools take beside it. */
    public static final List<String> TOOL_PARAMETERS = List.of("tool_choice", "tools");

    private static final int USUAL_CONTEXT = 131_072;
    private static final long USUAL_CREATED = 1_780_000_000;

    public ModelSheet {
        inputModalities = List.copyOf(inputModalities);
        outputModalities = List.copyOf(outputModalities);
        supportedParameters = List.copyOf(supportedParameters);
    }

    /** A free text model that takes tools. */
    public static ModelSheet free(String id) {
        return new ModelSheet(
                id,
                id,
                USUAL_CONTEXT,
                null,
                List.of("text"),
                List.of("text"),
                parameters(true),
                "0",
                "0",
                USUAL_CREATED,
                null,
                null);
    }

    /** The usual parameters, with or without tools. */
    public static List<String> parameters(boolean tools) {
        return tools
                ? Stream.concat(USUAL_PARAMETERS.stream(), TOOL_PARAMETERS.stream())
                        .sorted()
                        .toList()
                : USUAL_PARAMETERS;
    }
}
