package dev.rota.runtime.catalogue;

/** What a catalogue's answers look like. */
public enum CatalogueType {
    /** OpenRouter's {@code /models}, with prices, modalities and parameters. */
    OPENROUTER,
    /** Any OpenAI-compatible {@code /models}, which lists ids and little else. */
    OPENAI
}
