@NullMarked
package dev.rota.discovery.json;

import org.jspecify.annotations.NullMarked;
