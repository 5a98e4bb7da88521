@NullMarked
package dev.rota.runtime.config;

import org.jspecify.annotations.NullMarked;
