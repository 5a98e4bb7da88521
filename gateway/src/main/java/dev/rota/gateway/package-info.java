/**
 * Rota over HTTP. {@link dev.rota.gateway.GatewayService} follows the topics into the views of
 * {@link dev.rota.gateway.view}, and answers from them; {@link dev.rota.gateway.stream} sends rotations as they come.
 */
@NullMarked
package dev.rota.gateway;

import org.jspecify.annotations.NullMarked;
