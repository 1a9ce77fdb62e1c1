/** Every use case of the product, written once and lived through on each platform. */
@NullMarked
package dev.instead.parity;

import org.jspecify.annotations.NullMarked;
