/** The use cases: what people can do, decided and stored here. */
@NullMarked
package dev.instead.desk;

import org.jspecify.annotations.NullMarked;
