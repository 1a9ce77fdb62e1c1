/**
 * The crash laboratory: real processes are killed, cut off and lied to by a seeded plan, and afterwards somebody who trusts none of them compares
 * what was acknowledged, what is stored and what the chats show. See {@code docs/crash-laboratory.md}.
 */
@NullMarked
package dev.instead.chaos;

import org.jspecify.annotations.NullMarked;
