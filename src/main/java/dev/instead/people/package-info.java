/** Who: people, channels and the platforms that they are on. */
@NullMarked
package dev.instead.people;

import org.jspecify.annotations.NullMarked;
