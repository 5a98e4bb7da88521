/** The report as GitHub-flavoured Markdown. */
@NullMarked
package dev.rota.report.markdown;

import org.jspecify.annotations.NullMarked;
