@NullMarked
package dev.rota.report;

import org.jspecify.annotations.NullMarked;
