/** Tries policies out: tests that lie beside the file, and what a change of it would do. */
@NullMarked
package dev.instead.trial;

import org.jspecify.annotations.NullMarked;
