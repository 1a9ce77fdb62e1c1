package dev.instead.office;

import dev.instead.people.AddressBook;
import dev.instead.people.AddressBookContract;

class KnownAddressesTest extends AddressBookContract {
  private final KnownAddresses book = new KnownAddresses();

  @Override
  protected AddressBook book() {
    return book;
  }
}
