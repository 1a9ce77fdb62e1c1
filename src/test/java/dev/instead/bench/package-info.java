/** Measures the program as operators run it; started by {@code mvn verify -Pbench}, no part of the tests. */
@NullMarked
package dev.instead.bench;

import org.jspecify.annotations.NullMarked;
