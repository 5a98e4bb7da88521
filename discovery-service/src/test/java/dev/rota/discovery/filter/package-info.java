@NullMarked
package dev.rota.discovery.filter;

import org.jspecify.annotations.NullMarked;
