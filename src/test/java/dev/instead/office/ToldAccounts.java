package dev.instead.office;

import dev.instead.desk.StoreException;
import dev.instead.people.Accounts;
import dev.instead.people.EmailAddress;
import dev.instead.people.Person;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Keeps what it is told, and links nobody. */
public class ToldAccounts implements Accounts {
  public final Map<Person, Set<EmailAddress>> of = new HashMap<>();

  /** Its store can't be used. */
  public static Accounts withoutAStore() {
    return new ToldAccounts() {
      @Override
      public void told(Person account, Set<EmailAddress> addresses) {
        throw new StoreException("The store can't be used.");
      }
    };
  }

  public static Set<EmailAddress> addresses(String... said) {
    return Stream.of(said)
        .map(text -> EmailAddress.of(text).orElseThrow())
        .collect(Collectors.toSet());
  }

  @Override
  public Optional<Person> other(Person account) {
    return Optional.empty();
  }

  @Override
  public void told(Person account, Set<EmailAddress> addresses) {
    of.put(account, addresses);
  }
}
