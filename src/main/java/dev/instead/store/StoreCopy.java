package dev.instead.store;

import java.util.List;

/** Moves a store to another database. */
public final class StoreCopy {
  /** Every table, each after those that it refers to. */
  static final List<String> TABLES = List.of(
      "person",
      "cases",
      "report",
      "note",
      "event",
      "message",
      "delivery",
      "acquaintance",
      "spot",
      "mailbox",
      "mailbox_key",
      "same_person",
      "answer_given",
      "proposal",
      "feedback",
      "timer",
      "link_check");

  private StoreCopy() {}
}
