@NullMarked
package dev.rota.discovery.month;

import org.jspecify.annotations.NullMarked;
