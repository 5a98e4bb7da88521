@NullMarked
package dev.rota.launcher.doctor;

import org.jspecify.annotations.NullMarked;
