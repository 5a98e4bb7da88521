package dev.rota.tester.grading;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A way to judge an answer. The names of the records are those of the suite file, in camel case. */
public sealed interface Grader {

    /**
     * The code in the answer, run, does what it should.
     *
     * @param function the function that the answer must define
     * @param checks what it should do
     */
    record JavaScript(String function, List<CodeCheck> checks) implements Grader {
        public JavaScript {
            checks = List.copyOf(checks);
        }
    }

    /**
     * The answer is a test function that takes an implementation and throws if it is wrong: it must accept the right
     * one and reject each of the broken ones.
     *
     * @param function the test function that the answer must define
     * @param right source of an expression: the right implementation
     * @param mutants the broken ones
     */
    record Mutation(String function, String right, List<Mutant> mutants) implements Grader {
        public Mutation {
            mutants = List.copyOf(mutants);
        }
    }

    /**
     * The text contains each of these.
     *
     * @param all the pieces; one check each
     * @param ignoreCase whether letters match in either case
     */
    record Contains(List<String> all, boolean ignoreCase) implements Grader {
        public Contains {
            all = List.copyOf(all);
        }
    }

    /**
     * The text has a match of a regular expression, found within a bounded time.
     *
     * @param pattern in the syntax of {@code java.util.regex}
     * @param whole whether all of the text must match, rather than a part
     */
    record Regex(String pattern, boolean whole) implements Grader {}

    /** The text, without white space around it, is exactly this. */
    record Equals(String text, boolean ignoreCase) implements Grader {}

    /** The last number in the text is this one, to within the tolerance. */
    record NumberNear(double value, double tolerance) implements Grader {}

    /**
     * The text, or the fenced block in it, is JSON that matches a JSON Schema.
     *
     * @param schema the schema, as JSON text
     * @param equal null, or JSON text that the value must equal
     */
    record Json(String schema, @Nullable String equal) implements Grader {}

    /**
     * The model called a tool.
     *
     * @param tool its name
     * @param arguments JSON text of an object: each of its members must be among the call's arguments with that value
     * @param schema the JSON Schema of the tool's arguments, as JSON text; null if there is none to check
     */
    record CallsTool(
            String tool, String arguments, @Nullable String schema) implements Grader {}

    /** The model refused, or, if {@code expected} is false, did not. */
    record Refusal(boolean expected) implements Grader {}

    /**
     * The text has a length between these, in characters.
     *
     * @param minCharacters at least
     * @param maxCharacters at most
     */
    record Length(int minCharacters, int maxCharacters) implements Grader {}
}
