@NullMarked
package dev.rota.domain.model;

import org.jspecify.annotations.NullMarked;
