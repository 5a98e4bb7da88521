@NullMarked
package dev.rota.discovery.plan;

import org.jspecify.annotations.NullMarked;
