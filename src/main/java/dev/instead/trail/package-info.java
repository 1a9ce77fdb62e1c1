/** How an operator follows one report through the log, from its request to what is delivered for it. */
@NullMarked
package dev.instead.trail;

import org.jspecify.annotations.NullMarked;
