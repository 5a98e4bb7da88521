@NullMarked
package dev.rota.discovery.change;

import org.jspecify.annotations.NullMarked;
