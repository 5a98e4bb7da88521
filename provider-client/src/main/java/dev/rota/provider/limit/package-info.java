/**
 * What providers say of the account's quota: headers and bodies in their many forms become an
 * {@link dev.rota.provider.limit.AccountLimit}, which says for how long to leave the provider alone. Pure.
 */
@NullMarked
package dev.rota.provider.limit;

import org.jspecify.annotations.NullMarked;
