/**
 * Suites from YAML files: the stock ones in the program and the user's own. A file with errors is refused as a whole,
 * with all of its errors and their lines.
 *
 * <pre>
 *   text ─> YamlTree ─> Node (knows its line) ─> Fields (knows which keys were asked for) ─> Suite, or Problems
 * </pre>
 */
@NullMarked
package dev.rota.tester.suitefile;

import org.jspecify.annotations.NullMarked;
