package dev.instead.cli;

import dev.instead.config.Settings;
import dev.instead.policy.Policy;
import dev.instead.setup.PolicyCheck;
import dev.instead.setup.StoreCheck;
import java.time.Instant;
import java.util.List;

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

  /** Makes messages that were given up due again, and says how many. */
  int retry(String jdbcUrl, Instant now);

  /** What the bot would answer to a question, as lines of plain text. */
  List<String> ask(Policy policy, Question question);

  /** Where a report would go and which rule decides that, as lines of plain text. */
  List<String> explain(Policy policy, Question question);
}
