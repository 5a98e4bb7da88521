/** What the leading instance knows of each catalogue, rebuilt from the topics when it begins to lead. */
@NullMarked
package dev.rota.discovery.state;

import org.jspecify.annotations.NullMarked;
