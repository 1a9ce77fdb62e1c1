package dev.instead.desk;

import dev.instead.notice.Notice;
import dev.instead.people.Person;
import dev.instead.policy.Team;
import java.util.Locale;
import java.util.Optional;

/** Who reads: language, greeting and standing of people, decided carefully where the platform can't be asked in time. */
@SuppressWarnings({"DoNotCallSuggester", "UnusedVariable"})
public final class Readers {
  /** The language of what the person is told. */
  public Locale languageOf(Person person) {
    throw new UnsupportedOperationException("Readers");
  }

  /** First name, empty when unknown. */
  public String greetingOf(Person person) {
    throw new UnsupportedOperationException("Readers");
  }

  /** How colleagues know them, empty when unknown. */
  public String nameOf(Person person) {
    throw new UnsupportedOperationException("Readers");
  }

  /** The polite refusal for guests, outsiders and deactivated accounts; empty for colleagues and where it can't be known in time. */
  public Optional<Notice> refusal(Person person) {
    throw new UnsupportedOperationException("Readers");
  }

  /** Whether the person belongs to the team, by the policy's list or the platform's groups. */
  public Membership membership(Team team, Person person) {
    throw new UnsupportedOperationException("Readers");
  }

  /** Whether somebody belongs to a team. */
  public enum Membership {
    YES,
    NO,
    UNKNOWN
  }
}
