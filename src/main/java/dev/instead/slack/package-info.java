/** Slack: what comes in, how it looks, what goes out. */
@NullMarked
package dev.instead.slack;

import org.jspecify.annotations.NullMarked;
