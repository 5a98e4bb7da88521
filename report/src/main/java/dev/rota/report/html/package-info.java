/**
 * The report as one HTML page that needs nothing else: no script, no font, no image from anywhere. Pictures are SVG
 * without text in them, so that they stretch to any width while their labels, which are HTML, stay readable.
 */
@NullMarked
package dev.rota.report.html;

import org.jspecify.annotations.NullMarked;
