package dev.instead;

import dev.instead.cli.Commands;
import dev.instead.cli.Wired;

/** Where the program starts. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    int code = Commands.ofThisProcess(new Wired()).run(args);
    if (code != 0) {
      System.exit(code);
    }
  }
}
