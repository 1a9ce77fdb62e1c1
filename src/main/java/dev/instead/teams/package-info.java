/** Microsoft Teams: what comes in, how it looks, what goes out. */
@NullMarked
package dev.instead.teams;

import org.jspecify.annotations.NullMarked;
