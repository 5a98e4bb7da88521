package dev.rota.client.http;

/**
 * A server-sent event.
 *
 * @param id its id; empty if it has none
 * @param type its type; {@code message} unless it says otherwise
 * @param data its data, lines joined by a line feed
 */
record SseEvent(String id, String type, String data) {}
