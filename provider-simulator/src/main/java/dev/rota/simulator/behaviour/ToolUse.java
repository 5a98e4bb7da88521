package dev.rota.simulator.behaviour;

/** When a model calls a tool that the request offers. */
public enum ToolUse {
    /** When the request demands it or the known answer does. */
    AUTO,
    /** Whenever a tool is offered and not forbidden. */
    ALWAYS,
    /** Never, whatever is demanded: such models exist. */
    NEVER
}
