/** All of Rota on a Kafka and a registry that refuse whatever was not allowed. */
@NullMarked
package dev.rota.launcher.secured;

import org.jspecify.annotations.NullMarked;
