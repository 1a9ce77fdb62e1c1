package dev.instead.desk;

import dev.instead.notice.Notice;
import dev.instead.people.Person;

/** A person's own page. */
@SuppressWarnings({"DoNotCallSuggester", "UnusedVariable"})
public final class HomeDesk {
  /** The person looks at their home: from now on it is kept up to date. */
  public void opened(Person person, Delivery delivery) {
    throw new UnsupportedOperationException("HomeDesk");
  }

  /** What the home shows now. */
  public Notice home(Person person) {
    throw new UnsupportedOperationException("HomeDesk");
  }
}
