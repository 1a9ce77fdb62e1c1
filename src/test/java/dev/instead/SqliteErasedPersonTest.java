package dev.instead;

import dev.instead.office.Office;

/** Of a file every byte is looked at, its log's too. */
class SqliteErasedPersonTest extends ErasedPerson {
  SqliteErasedPersonTest() {
    super(new Office());
  }

  @Override
  boolean has(String words) {
    return office.stores(words);
  }
}
