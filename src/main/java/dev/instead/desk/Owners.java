package dev.instead.desk;

import dev.instead.people.Accounts;
import dev.instead.people.Person;
import dev.instead.policy.Policy;
import java.util.ArrayList;
import java.util.List;

/** Who keeps texts and links right: the people of the role that these name, or the policy's owner. */
public final class Owners {
  private final Places places;
  private final Accounts accounts;

  public Owners(Places places, Accounts accounts) {
    this.places = places;
    this.accounts = accounts;
  }

  /** Everybody whom a role's news reaches, each person once, whatever accounts they have. */
  List<Person> of(Policy policy, String role) {
    return once(accountsOf(policy, role));
  }

  boolean owns(Policy policy, String role, Person person) {
    List<Person> owners = accountsOf(policy, role);
    return accounts.of(person).stream().anyMatch(owners::contains);
  }

  /** Each person once, by the first of their accounts. */
  List<Person> once(List<Person> people) {
    List<Person> once = new ArrayList<>();
    for (Person person : people) {
      if (once.stream().noneMatch(other -> accounts.same(other, person))) {
        once.add(person);
      }
    }
    return once;
  }

  private List<Person> accountsOf(Policy policy, String role) {
    List<Person> own = places.people(policy.ownersOf(role));
    return own.isEmpty() ? places.people(policy.owner()) : own;
  }
}
