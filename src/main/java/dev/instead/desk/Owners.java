package dev.instead.desk;

import dev.instead.people.Accounts;
import dev.instead.people.Person;
import dev.instead.policy.Members;
import dev.instead.policy.Policy;
import java.util.ArrayList;
import java.util.List;

/** Who keeps texts and links right: the people of the role that these name, or the policy's owner. */
public final class Owners {
  private final Places places;
  private final Readers readers;
  private final Accounts accounts;

  public Owners(Places places, Readers readers, Accounts accounts) {
    this.places = places;
    this.readers = readers;
    this.accounts = accounts;
  }

  /** Everybody whom a role's news reaches, each person once, whatever accounts they have. */
  List<Person> of(Policy policy, String role) {
    return once(places.people(membersOf(policy, role)));
  }

  /** Whether the person has the role, by any of their accounts. */
  Readers.Membership owns(Policy policy, String role, Person person) {
    return readers.isOneOf(membersOf(policy, role), person);
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

  /** What has nobody whom a message would reach is the policy owner's. */
  private Members membersOf(Policy policy, String role) {
    Members own = policy.ownersOf(role);
    return places.people(own).isEmpty() ? policy.owner() : own;
  }
}
