/** Finds the policy's entry that a question or a report is about. */
@NullMarked
package dev.instead.search;

import org.jspecify.annotations.NullMarked;
