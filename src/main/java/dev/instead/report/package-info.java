/** Reports and the cases that gather them: values and what happened to them. */
@NullMarked
package dev.instead.report;

import org.jspecify.annotations.NullMarked;
