package dev.instead.cli;

import java.util.List;

/** A command can't do its work, for reasons that the lines give with their remedies. */
final class CommandFailed extends RuntimeException {
  CommandFailed(List<String> lines) {
    super(String.join("\n", lines));
  }
}
