package dev.rota.launcher;

import dev.rota.launcher.instance.Instances;
import dev.rota.launcher.terminal.Terminal;
import java.time.Clock;
import java.util.Map;

/**
 * What a command has from outside.
 *
 * @param terminal where it writes
 * @param environment the process's environment
 * @param instances the instances that run on this machine
 * @param clock the time for a person's eyes; evidence has its own
 */
public record Context(Terminal terminal, Map<String, String> environment, Instances instances, Clock clock) {}
