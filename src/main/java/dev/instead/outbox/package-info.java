/** What has been decided becomes messages: deliver, retry, give up loudly. */
@NullMarked
package dev.instead.outbox;

import org.jspecify.annotations.NullMarked;
