package dev.instead.cli;

import dev.instead.config.DatabaseAddress;
import dev.instead.config.Settings;
import dev.instead.desk.Matcher;
import dev.instead.people.Person;
import dev.instead.policy.Policy;
import dev.instead.setup.CardCheck;
import dev.instead.setup.PolicyCheck;
import dev.instead.setup.StoreCheck;
import dev.instead.store.Backup;
import dev.instead.store.PersonRecords;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The work that the commands start. What an operator can set right is thrown as an exception whose message says how. */
public interface Parts {
  /** Starts the bot for real workspaces. */
  Running serve(Settings settings);

  /**
   * Starts the bot and the simulated workspace on this machine.
   *
   * @param port of the page; 0 for any that is free
   */
  Running playground(int port);

  PolicyCheck policies();

  StoreCheck stores();

  CardCheck cards();

  /** Makes messages that were given up due again, and says how many. */
  int retry(DatabaseAddress database, Instant now);

  /** Moves a store to another, empty database, and says how many rows each table has. */
  Map<String, Long> copy(DatabaseAddress from, DatabaseAddress to);

  /** Copies the store, also while a bot runs on it. */
  Backup.Contents backup(DatabaseAddress database, Path to);

  /** Puts a copy in the place of the store, on which no bot may run. */
  Backup.Restored restore(Path copy, DatabaseAddress database, Instant now);

  /** The open proposals for the policy file: each a diff without its last line break, behind lines that {@code patch} passes over. */
  List<String> proposals(DatabaseAddress database);

  /** Drops the open proposal of this id; false when there is none. */
  boolean dropProposal(DatabaseAddress database, String id);

  /** What a store keeps of a person. */
  PersonRecords.Records records(DatabaseAddress database, Person person);

  /** Erases a person from a store, and says what was there. */
  PersonRecords.Erased erase(
      DatabaseAddress database, Person person, PersonRecords.Space space, Instant now);

  /** What the bot would answer to a question, and why, as lines of plain text. */
  List<String> ask(Policy policy, Question question, Means means);

  /** The same in a table for programs: one line each, in order. See {@link Asked#row}. */
  Stream<String> table(Policy policy, Stream<Question> questions, Means means);

  /** How questions are read: with the model or without, and where its vectors are kept. */
  record Means(boolean encoder, Optional<Path> cache) {}

  /** A matcher that is ready for each of the policies. */
  Ready ready(List<Policy> policies, Means means);

  /**
   * A matcher, and how it works.
   *
   * @param byMeaning whether questions are matched by meaning; else by words and letters alone
   */
  record Ready(Matcher matcher, boolean byMeaning) {
    /** How questions are matched, for people. */
    String how() {
      return byMeaning ? "by meaning" : "by words and letters alone";
    }
  }

  /** What a matcher has against the questions of a valid policy file. */
  Questioned examine(Path file, Policy policy, Means means);

  /**
   * What came of it.
   *
   * @param warnings {@code file:line: what is wrong. What to do.}, in the file's order
   */
  record Questioned(List<String> warnings, boolean byMeaning) {
    public Questioned {
      warnings = List.copyOf(warnings);
    }
  }

  /** Where a report would go and which rule decides that, as lines of plain text. */
  List<String> explain(Policy policy, Question question);
}
