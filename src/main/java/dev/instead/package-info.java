/** Instead: a bot that carries a company's social media policy into Slack and Microsoft Teams. */
@NullMarked
package dev.instead;

import org.jspecify.annotations.NullMarked;
