/** Everything that the bot can tell someone, and every sentence that it uses. */
@NullMarked
package dev.instead.notice;

import org.jspecify.annotations.NullMarked;
