/**
 * From topics or files to the discovery report: history is read, the ranking is done over again by its pure core, and
 * the report module tells what came of it.
 */
@NullMarked
package dev.rota.launcher.report;

import org.jspecify.annotations.NullMarked;
