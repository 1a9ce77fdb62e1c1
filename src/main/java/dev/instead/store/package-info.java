/** Where it is kept: every line of SQL, and what can go wrong with the file. */
@NullMarked
package dev.instead.store;

import org.jspecify.annotations.NullMarked;
