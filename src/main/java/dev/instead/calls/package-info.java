/** How a platform's web API is called: rarely, and each thing once. */
@NullMarked
package dev.instead.calls;

import org.jspecify.annotations.NullMarked;
