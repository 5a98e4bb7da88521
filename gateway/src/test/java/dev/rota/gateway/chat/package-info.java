@NullMarked
package dev.rota.gateway.chat;

import org.jspecify.annotations.NullMarked;
