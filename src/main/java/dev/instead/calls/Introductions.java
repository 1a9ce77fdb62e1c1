package dev.instead.calls;

import dev.instead.desk.StoreException;
import dev.instead.people.Accounts;
import dev.instead.people.EmailAddress;
import dev.instead.people.Person;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Passes on which e-mail addresses a platform says are a colleague's, once somebody wants to know. */
public final class Introductions {
  private static final Logger LOG = LoggerFactory.getLogger(Introductions.class);

  private volatile Accounts accounts = Accounts.separate();

  /** From now on to {@code next}; the platforms are there before the store is. */
  public void to(Accounts next) {
    accounts = next;
  }

  /** A store that can't be used must keep nobody from being looked up: who was not noted is told again at the next look-up. */
  public void told(Person account, Set<EmailAddress> addresses) {
    try {
      accounts.told(account, addresses);
    } catch (StoreException e) {
      LOG.warn(
          "Whose account {} is could not be noted, it is tried again at the next look-up: {}",
          account,
          e.getMessage());
    }
  }
}
