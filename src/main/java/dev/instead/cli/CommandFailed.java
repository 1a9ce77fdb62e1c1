package dev.instead.cli;

import java.util.List;

/** A command can't do its work, for reasons that the lines give with their remedies. */
final class CommandFailed extends RuntimeException {
  private final int code;

  CommandFailed(List<String> lines) {
    this(lines, 1);
  }

  private CommandFailed(List<String> lines, int code) {
    super(String.join("\n", lines));
    this.code = code;
  }

  /** What the command was to look at can't be read: for commands whose 1 means something else. */
  static CommandFailed unreadable(List<String> lines) {
    return new CommandFailed(lines, 2);
  }

  /** What the process ends with. */
  int code() {
    return code;
  }
}
