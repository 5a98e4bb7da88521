/** The report as JSON. Names and order of the fields are public API. */
@NullMarked
package dev.rota.report.json;

import org.jspecify.annotations.NullMarked;
