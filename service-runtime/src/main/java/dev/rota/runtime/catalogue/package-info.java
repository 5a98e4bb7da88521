/** The catalogues somebody configured; discovery reads them, testers call their models. */
@NullMarked
package dev.rota.runtime.catalogue;

import org.jspecify.annotations.NullMarked;
