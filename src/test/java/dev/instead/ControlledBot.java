package dev.instead;

import dev.instead.config.Settings;
import dev.instead.playground.SteppedClock;
import dev.instead.store.SmallDisk;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;

/**
 * The bot of {@code instead serve}, with two things in hand that a real one gets from its machine: lines on standard input move its clock
 * ({@code clock MILLISECONDS}) and leave so many pages of its disk ({@code disk PAGES}). Each is answered with {@code done}.
 */
public final class ControlledBot {
  private static final String DONE = "done";

  private ControlledBot() {}

  /**
   * Starts the bot and obeys until it is ended.
   *
   * @param args how many milliseconds the clock is ahead from the start
   */
  public static void main(String[] args) throws IOException {
    SteppedClock clock = new SteppedClock(Clock.systemUTC());
    clock.advance(Duration.ofMillis(Long.parseLong(args[0])));
    Bot bot = Bot.start(Settings.of(System.getenv()), clock);
    Runtime.getRuntime().addShutdownHook(new Thread(bot::close, "stop"));
    System.out.println(BotProcess.READY);
    try (BufferedReader told =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      for (String line = told.readLine(); line != null; line = told.readLine()) {
        obey(line.split(" ", -1), bot, clock);
        System.out.println(DONE);
      }
    }
  }

  private static void obey(String[] words, Bot bot, SteppedClock clock) {
    long amount = Long.parseLong(words[1]);
    switch (words[0]) {
      case "clock" -> clock.advance(Duration.ofMillis(amount));
      case "disk" -> SmallDisk.leaves(bot.database(), (int) amount);
      default -> throw new IllegalArgumentException("Nobody knows how to " + words[0]);
    }
  }
}
