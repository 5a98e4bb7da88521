@NullMarked
package dev.rota.runtime.kafka;

import org.jspecify.annotations.NullMarked;
