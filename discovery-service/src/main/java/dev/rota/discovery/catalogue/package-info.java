/**
 * What one reading of a catalogue is: the models listed, and what was wrong with the rest. A problem of one model costs
 * that model its place in this reading; a problem of the catalogue as a whole refuses the reading.
 */
@NullMarked
package dev.rota.discovery.catalogue;

import org.jspecify.annotations.NullMarked;
