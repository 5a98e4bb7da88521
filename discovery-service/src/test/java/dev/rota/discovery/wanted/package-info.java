@NullMarked
package dev.rota.discovery.wanted;

import org.jspecify.annotations.NullMarked;
