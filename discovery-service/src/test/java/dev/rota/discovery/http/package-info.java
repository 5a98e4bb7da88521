@NullMarked
package dev.rota.discovery.http;

import org.jspecify.annotations.NullMarked;
