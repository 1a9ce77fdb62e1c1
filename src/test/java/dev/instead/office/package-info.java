/** The whole service in memory, for tests: real desks and courier, fake chat, a clock that is moved. */
@NullMarked
package dev.instead.office;

import org.jspecify.annotations.NullMarked;
