/** The commands. Thin: they read arguments, call the other packages and print. */
@NullMarked
package dev.instead.cli;

import org.jspecify.annotations.NullMarked;
