/**
 * Settings in layers: flags over environment over rota.yaml over defaults. Every problem is reported at once, and an
 * unknown key is fatal and names the nearest known one.
 */
@NullMarked
package dev.rota.runtime.config;

import org.jspecify.annotations.NullMarked;
