@NullMarked
package dev.rota.tester.suitecheck;

import org.jspecify.annotations.NullMarked;
