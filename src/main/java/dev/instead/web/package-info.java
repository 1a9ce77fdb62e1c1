/** The way in over HTTP: what arrives is limited and checked here before anything else sees it. */
@NullMarked
package dev.instead.web;

import org.jspecify.annotations.NullMarked;
