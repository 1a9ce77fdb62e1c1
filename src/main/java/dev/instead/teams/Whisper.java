package dev.instead.teams;

import dev.instead.people.Person;

/**
 * Answers to what somebody just did, where the answer to the request itself can't carry them. Nothing of them is stored: who misses one
 * asks or presses again. Never blocks, never throws.
 */
interface Whisper {
  /** In the conversation, for all who are there to read; in a channel below what was written. */
  void here(Place place, TeamsMessage message);

  /** A hint that tells nothing of reports or cases: as a message in the conversation that only they see, or as {@link #privately}. */
  void hint(Place place, Person person, TeamsMessage message);

  /** For one person's eyes only, in their personal chat. */
  void privately(Place place, Person person, TeamsMessage message);
}
