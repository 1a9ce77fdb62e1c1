package dev.instead.store;

import org.junit.jupiter.api.BeforeEach;

@OnPostgres
class PostgresForgettingTest extends ForgettingContract {
  private Database database;

  @BeforeEach
  void open() {
    database = PostgresServer.shared().store();
  }

  @Override
  Database database() {
    return database;
  }
}
