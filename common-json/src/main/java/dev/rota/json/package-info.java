/**
 * The JSON of Rota's values, the same in files, on the command line and over HTTP.
 *
 * <p>{@link dev.rota.json.JsonForms} has one {@link dev.rota.json.JsonForm} a value. Fields are named and ordered as
 * the components of the domain records; times are ISO 8601 with {@code Z}; what is absent is left out. Reading ignores
 * fields it does not know, takes null for absent, and refuses everything else with a
 * {@link dev.rota.json.JsonException} that names the field, its value and the rule.
 */
@NullMarked
package dev.rota.json;

import org.jspecify.annotations.NullMarked;
