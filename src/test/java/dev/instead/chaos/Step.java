package dev.instead.chaos;

import java.util.Optional;

/** Where on its path a node is when it is ended. */
enum Step {
  RANDOM("killed at a random moment"),
  STORING(
      "killed while a transaction is being written",
      new Line("store.Messages", "want(sql, one, now.toEpochMilli());")),
  BEFORE_COMMIT(
      "killed with all written, before the commit",
      new Line("store.SharedCommits", "sql.update(COMMIT);"),
      new Line("store.Transactions", "connection.commit();")),
  COMMITTED(
      "killed after the commit, before the answer",
      new Line("store.SharedCommits", "batch.forEach(Request::succeed);"),
      new Line("store.Transactions", "return result;")),
  TAKEN(
      "killed with messages taken, before one is sent",
      new Line("outbox.Postman", "Optional<Told> told = briefing.of(due);")),
  SENDING("killed when a call has arrived and is not carried out"),
  ACCEPTED("killed when the platform has accepted and has not answered"),
  ANSWERED(
      "killed when the platform has answered, before that is recorded",
      new Line(
          "outbox.Postman", "queue.delivered(due.id(), due.wanted(), delivered.remote(), now);")),
  STOPPED("told to stop, as an operator does");

  /** A line of the product's source: a class without the root package, and words that stand there once. */
  record Line(String type, String words) {}

  final String words;
  private final String sqliteType;
  private final String sqliteWords;
  private final String postgresType;
  private final String postgresWords;

  Step(String words) {
    this(words, new Line("", ""));
  }

  Step(String words, Line line) {
    this(words, line, line);
  }

  Step(String words, Line onSqlite, Line onPostgres) {
    this.words = words;
    sqliteType = onSqlite.type();
    sqliteWords = onSqlite.words();
    postgresType = onPostgres.type();
    postgresWords = onPostgres.words();
  }

  /** The line before which a debugger stops a node for good; empty when the step is seen from outside. */
  Optional<Line> line(boolean postgres) {
    Line line =
        postgres ? new Line(postgresType, postgresWords) : new Line(sqliteType, sqliteWords);
    return line.type().isEmpty() ? Optional.empty() : Optional.of(line);
  }
}
