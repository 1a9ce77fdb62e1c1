package dev.instead.playground;

/** Stops and starts the bot beside the local Slack. */
public interface BotSwitch {
  boolean running();

  /** Does nothing when the bot runs. */
  void start();

  /** As an administrator stops it: requests are finished first. Does nothing when it is stopped. */
  void stop();

  /** As a power cut stops it. */
  void kill();
}
