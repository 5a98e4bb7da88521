/**
 * The discovery report. {@link dev.rota.report.ReportInput} takes in what happened, {@link dev.rota.report.Ranked} what
 * the ranking made of it; {@link dev.rota.report.ReportBuilder} makes of both a {@link dev.rota.report.content.Report},
 * and {@link dev.rota.report.ReportFormat} writes that down. All of it is a function of its input: no clock, no
 * randomness, and the order in which results come does not matter.
 */
@NullMarked
package dev.rota.report;

import org.jspecify.annotations.NullMarked;
