/** Attacks on the bot: bytes that a fuzzer makes up, secrets that carry a mark, and the list of threats. */
@NullMarked
package dev.instead.attack;

import org.jspecify.annotations.NullMarked;
