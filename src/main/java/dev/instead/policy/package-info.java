/** What the company's policy says: values and pure look-ups. */
@NullMarked
package dev.instead.policy;

import org.jspecify.annotations.NullMarked;
