package dev.instead.store;

@OnPostgres
class PostgresFeedbackTest extends JdbiFeedbackContract {
  @Override
  Database database() {
    return PostgresServer.shared().store();
  }
}
