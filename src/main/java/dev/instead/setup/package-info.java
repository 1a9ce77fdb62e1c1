/** What an administrator needs to set the bot up and to find out what is amiss: manifests and the doctor. */
@NullMarked
package dev.instead.setup;

import org.jspecify.annotations.NullMarked;
