/** From files and the environment to values, or to one list of everything that is wrong with them. */
@NullMarked
package dev.instead.config;

import org.jspecify.annotations.NullMarked;
