@NullMarked
package dev.rota.discovery.catalogue;

import org.jspecify.annotations.NullMarked;
