/** How lines of the log are written. */
@NullMarked
package dev.instead.logs;

import org.jspecify.annotations.NullMarked;
