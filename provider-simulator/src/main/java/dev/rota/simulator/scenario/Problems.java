package dev.rota.simulator.scenario;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with a file, so that it is all told at once. */
final class Problems {
    private final List<String> lines = new ArrayList<>();

    void add(int line, String path, String rule) {
        lines.add("line " + line + ", " + path + ": " + rule);
    }

    List<String> lines() {
        return lines;
    }
}
