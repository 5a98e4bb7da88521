@NullMarked
package dev.rota.discovery.state;

import org.jspecify.annotations.NullMarked;
