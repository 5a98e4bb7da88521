@NullMarked
package dev.rota.discovery.kafka;

import org.jspecify.annotations.NullMarked;
