/** Policies as YAML files: read with all their problems at once, each with its line and the nearest known key. */
@NullMarked
package dev.rota.ranking.policyfile;

import org.jspecify.annotations.NullMarked;
