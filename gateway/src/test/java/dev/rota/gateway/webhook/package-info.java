@NullMarked
package dev.rota.gateway.webhook;

import org.jspecify.annotations.NullMarked;
