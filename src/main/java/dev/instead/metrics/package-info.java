/** What operators watch: counts and times of what the bot does, for Prometheus. No label has anything of people in it. */
@NullMarked
package dev.instead.metrics;

import org.jspecify.annotations.NullMarked;
