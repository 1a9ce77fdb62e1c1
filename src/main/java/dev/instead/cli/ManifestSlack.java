package dev.instead.cli;

import dev.instead.config.Settings;
import dev.instead.config.SlackSettings;
import dev.instead.setup.SlackManifest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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

  @Option(
      names = "--organisation",
      description =
          "For all workspaces of an organisation on Enterprise Grid. Default: as INSTEAD_SLACK_ENTERPRISE is set.")
  private boolean organisation;

  ManifestSlack(Shell shell) {
    this.shell = shell;
  }

  @Override
  public void run() {
    SlackManifest manifest = SlackManifest.ofThisVersion();
    boolean linking = linkPeople || Settings.one(Settings.LINK_PEOPLE, shell.environment());
    boolean everywhere = organisation
        || Settings.any(SlackSettings.ORGANISATION, shell.environment()).isPresent();
    manifest = linking ? manifest.linkingPeople() : manifest;
    manifest = everywhere ? manifest.forOrganisation() : manifest;
    shell.say(manifest
        .forHost(new InPlaceOf<>(Settings.PUBLIC_URL, "--url", url).value(shell, spec))
        .stripTrailing());
  }
}
