package dev.instead.desk;

import dev.instead.people.Person;
import dev.instead.policy.SituationId;
import java.util.Optional;

/**
 * What someone reports.
 *
 * @param link as typed or pasted; may be empty, then the first link in {@code text} counts
 * @param text as typed, in the platform's own escaping undone; may be empty
 * @param situation what they chose; absent: suggested from the text
 */
public record Filing(Person reporter, String link, String text, Optional<SituationId> situation) {}
