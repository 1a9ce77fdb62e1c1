/** A crisis: thousands report one post within a minute, and others go on reporting other posts. */
@NullMarked
package dev.instead.burst;

import org.jspecify.annotations.NullMarked;
