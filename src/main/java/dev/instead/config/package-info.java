/** What operators and policy owners write, read into values or into one list of all problems. */
@NullMarked
package dev.instead.config;

import org.jspecify.annotations.NullMarked;
