/** What came of testing a model: results, outcomes, and whom a failure speaks about. */
@NullMarked
package dev.rota.domain.result;

import org.jspecify.annotations.NullMarked;
