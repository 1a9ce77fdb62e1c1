/** Local servers that behave as Slack does, and the page on which people try the bot without a workspace. */
@NullMarked
package dev.instead.playground;

import org.jspecify.annotations.NullMarked;
