package dev.rota.report.html;

import dev.rota.domain.model.ModelId;
import dev.rota.report.text.Untrusted;
import java.util.regex.Pattern;

/** HTML, piece by piece. {@link #raw} takes markup of this package; everything else is text and is escaped. */
final class Html {
    private static final Pattern UNIT = Pattern.compile("(\\d) (%|ms|s|min|h|days|points|of 5)(?![\\w])");

    private final StringBuilder out = new StringBuilder(1 << 16);

    /** Markup that this package wrote. */
    Html raw(String markup) {
        out.append(markup);
        return this;
    }

    Html text(String words) {
        return raw(escape(words));
    }

    /** An element with text in it. */
    Html element(String tag, String attributes, String words) {
        return raw("<" + tag + (attributes.isEmpty() ? "" : " " + attributes) + ">")
                .text(words)
                .raw("</" + tag + ">");
    }

    /** A model's name that may be broken after each slash, its catalogue less prominent. */
    Html model(ModelId model) {
        return raw("<span class=model><span class=cat>")
                .text(model.catalogue())
                .raw("/<wbr></span>")
                .raw(escape(model.providerId()).replace("/", "/<wbr>"))
                .raw("</span>");
    }

    /** The start of a section with its heading. */
    Html section(String id, String title) {
        return raw("<section id=" + id + " aria-labelledby=" + id + "-h>\n<h2 id=" + id + "-h>")
                .text(title)
                .raw("</h2>\n");
    }

    Html endSection() {
        return raw("</section>\n");
    }

    /**
     * The start of a table that scrolls by itself where it is wider than the screen.
     *
     * @param columns names of the columns; one that begins with {@code >} has its cells to the right
     */
    Html table(String label, String style, String... columns) {
        raw("<div class=scroll role=region tabindex=0 aria-label=\"" + escape(label) + "\"><table class=\"" + style
                + "\"><thead><tr>");
        for (String column : columns) {
            boolean right = column.startsWith(">");
            raw("<th scope=col" + (right ? " class=n>" : ">"))
                    .raw(escape(right ? column.substring(1) : column).replace("/", "/<wbr>"))
                    .raw("</th>");
        }
        return raw("</tr></thead><tbody>\n");
    }

    Html endTable() {
        return raw("</tbody></table></div>\n");
    }

    Html cell(String words) {
        return element("td", "", words);
    }

    Html number(String words) {
        return element("td", "class=n", words);
    }

    /** Text as text, in an element or between double quotes of an attribute. */
    static String escape(String words) {
        String line = together(Untrusted.plain(words));
        StringBuilder escaped = new StringBuilder(line.length() + 16);
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            switch (c) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }

    /** Keeps a figure and its unit on one line. */
    private static String together(String words) {
        return UNIT.matcher(words).replaceAll("$1\u00a0$2");
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
