package dev.instead.cli;

import dev.instead.config.Settings;
import dev.instead.setup.SlackManifest;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "slack",
    mixinStandardHelpOptions = true,
    header = "Print the Slack app's manifest (JSON) for your host.",
    description = "Paste it at https://api.slack.com/apps, Create New App, From a manifest.")
final class ManifestSlack implements Runnable {
  private final Shell shell;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Option(
      names = "--url",
      paramLabel = "URL",
      description =
          "Where Slack reaches the bot, e.g. https://bot.acme.com. Default: INSTEAD_PUBLIC_URL.")
  private @Nullable String url;

  @Option(
      names = "--link-people",
      description =
          "Ask for e-mail addresses too, for INSTEAD_LINK_PEOPLE_BY_EMAIL=yes. Default: as that is set.")
  private boolean linkPeople;

  ManifestSlack(Shell shell) {
    this.shell = shell;
  }

  @Override
  public void run() {
    SlackManifest manifest = SlackManifest.ofThisVersion();
    boolean linking = linkPeople || Settings.one(Settings.LINK_PEOPLE, shell.environment());
    shell.say((linking ? manifest.linkingPeople() : manifest).forHost(host()).stripTrailing());
  }

  private URI host() {
    if (url == null) {
      return Settings.any(Settings.PUBLIC_URL, shell.environment())
          .orElseThrow(() -> wrong("Give --url https://… or set INSTEAD_PUBLIC_URL."));
    }
    List<String> problems = new ArrayList<>();
    Optional<URI> host = Settings.PUBLIC_URL.named("--url").read(Map.of("--url", url), problems);
    return host.orElseThrow(() -> wrong(problems.isEmpty() ? "--url is empty." : problems.get(0)));
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
