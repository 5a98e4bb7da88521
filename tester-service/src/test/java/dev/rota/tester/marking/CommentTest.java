package dev.rota.tester.marking;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CommentTest {
    @Test
    void findsTheCommentDirectlyAboveTheFunction() {
        assertThat(Comment.above("f", "/** not this */\nlet x;\n/** this */\nfunction f() {}"))
                .isEqualTo("/** this */");
        assertThat(Comment.above("f", "/** this */ const f = () => 1")).isEqualTo("/** this */");
        assertThat(Comment.above("f", "// one\n// two\nasync function f() {}")).isEqualTo("// one\n// two");
        assertThat(Comment.above("f", "/* this */\nmodule.exports.f = () => 1")).isEqualTo("/* this */");
    }

    @Test
    void findsNoneWhereThereIsNone() {
        assertThat(Comment.above("f", "/** far */\nlet x = 1;\nfunction f() {}"))
                .isEmpty();
        assertThat(Comment.above("f", "function f() { /* inside */ }")).isEmpty();
        assertThat(Comment.above("f", "/** of another */\nfunction fg() {}")).isEmpty();
        assertThat(Comment.above("f", "")).isEmpty();
    }
}
