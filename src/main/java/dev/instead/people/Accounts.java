package dev.instead.people;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which accounts are one person's: who works on Slack and on Teams has one on each. No e-mail address is kept. */
public interface Accounts {
  /** The person's account on the other platform, as far as it is known. */
  Optional<Person> other(Person account);

  /**
   * A platform says which e-mail addresses are a colleague's: two accounts on different platforms that share one are one person's, unless
   * a third account claims it too. What was said of the account before holds no longer. Cheap when nothing is new.
   *
   * @param addresses none for whoever is no colleague
   */
  void told(Person account, Set<EmailAddress> addresses);

  /** All accounts of the person: this one, then the other. */
  default List<Person> of(Person account) {
    return other(account).map(other -> List.of(account, other)).orElse(List.of(account));
  }

  /** Whether both are the same person's. */
  default boolean same(Person one, Person another) {
    return one.equals(another)
        || (one.platform() != another.platform()
            && other(one).filter(another::equals).isPresent());
  }

  /** Every account is somebody of their own: where nobody wants accounts to be linked. */
  static Accounts separate() {
    return new Accounts() {
      @Override
      public Optional<Person> other(Person account) {
        return Optional.empty();
      }

      @Override
      public void told(Person account, Set<EmailAddress> addresses) {
        // Nobody wants to know.
      }
    };
  }
}
