package dev.instead.cli;

import dev.instead.policy.SituationId;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * What somebody wants to know of a policy.
 *
 * @param situation chosen by the reporter; absent: suggested from the text
 */
public record Question(String text, Locale language, Instant at, Optional<SituationId> situation) {}
