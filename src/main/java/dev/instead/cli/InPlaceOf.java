package dev.instead.cli;

import dev.instead.config.Setting;
import dev.instead.config.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** An option that takes the place of a setting. */
record InPlaceOf<T>(
    Setting<T> setting, String option, @Nullable String given) {
  /** What was given, else what is set. */
  T value(Shell shell, CommandSpec command) {
    if (given == null) {
      return Settings.any(unneeded(), shell.environment())
          .orElseThrow(() -> wrong(
              command,
              "Give %s %s or set %s.".formatted(option, setting.example(), setting.name())));
    }
    List<String> problems = new ArrayList<>();
    return setting
        .named(option)
        .read(Map.of(option, given), problems)
        .orElseThrow(
            () -> wrong(command, problems.isEmpty() ? option + " is empty." : problems.get(0)));
  }

  /** Not set is told in the words of the command line. */
  private Setting<T> unneeded() {
    return new Setting<>(
        setting.name(),
        null,
        Setting.Presence.OPTIONAL,
        setting.example(),
        setting.meaning(),
        setting.hidden(),
        setting.parser());
  }

  private static ParameterException wrong(CommandSpec command, String message) {
    return new ParameterException(command.commandLine(), message);
  }
}
