package dev.instead.cli;

import dev.instead.config.Settings;
import dev.instead.config.TeamsSettings;
import dev.instead.setup.TeamsManifest;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "teams",
    mixinStandardHelpOptions = true,
    header = "Write the Teams app's package (zip) for your bot.",
    description =
        "Upload it in the Teams admin center: Teams apps, Manage apps, Actions, Upload new app.")
final class ManifestTeams implements Runnable {
  private static final String VERSION = "(0|[1-9]\\d{0,8})(\\.(0|[1-9]\\d{0,8})){2}";

  private final Shell shell;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Option(
      names = "--url",
      paramLabel = "URL",
      description =
          "Where Teams reaches the bot, e.g. https://bot.acme.com. Default: INSTEAD_PUBLIC_URL.")
  private @Nullable String url;

  @Option(
      names = "--app-id",
      paramLabel = "ID",
      description = "The bot's Microsoft App ID. Default: INSTEAD_TEAMS_APP_ID.")
  private @Nullable String appId;

  @Option(
      names = "--company",
      paramLabel = "NAME",
      defaultValue = "Instead",
      description = "Whose app it is, as Teams shows it. Default: ${DEFAULT-VALUE}.")
  private String company = "Instead";

  @Option(
      names = "--website",
      paramLabel = "URL",
      description =
          "What Teams links for more about the app, its privacy and terms, e.g. a page of your intranet. Default: the bot's address.")
  private @Nullable String website;

  @Option(
      names = "--release",
      paramLabel = "VERSION",
      defaultValue = "1.0.0",
      description =
          "The package's version; give a higher one with each update. Default: ${DEFAULT-VALUE}.")
  private String release = "1.0.0";

  @Option(
      names = "--out",
      paramLabel = "FILE",
      defaultValue = "instead-teams.zip",
      description = "The file to write. Default: ${DEFAULT-VALUE}.")
  private Path out = Path.of("instead-teams.zip");

  ManifestTeams(Shell shell) {
    this.shell = shell;
  }

  @Override
  public void run() {
    byte[] zip = TeamsManifest.ofThisVersion().zipFor(owner());
    try {
      Files.write(out, zip);
    } catch (IOException e) {
      throw new CommandFailed(List.of(out + " can't be written. Name another file with --out."));
    }
    shell.say(out + " is ready. Upload it in the Teams admin center: Teams apps, Manage apps,"
        + " Actions, Upload new app.");
  }

  private TeamsManifest.Owner owner() {
    URI host = new InPlaceOf<>(Settings.PUBLIC_URL, "--url", url).value(shell, spec);
    String id = new InPlaceOf<>(TeamsSettings.APP_ID, "--app-id", appId).value(shell, spec);
    if (company.isBlank() || company.length() > TeamsManifest.LONGEST_NAME) {
      throw wrong(
          "--company needs a name of at most %d characters.".formatted(TeamsManifest.LONGEST_NAME));
    }
    if (!release.matches(VERSION)) {
      throw wrong("--release is \"" + release + "\". Use a version such as 1.0.1.");
    }
    return new TeamsManifest.Owner(
        id, release, host, company.strip(), website == null ? host : link(website));
  }

  private URI link(String text) {
    try {
      URI link = new URI(text);
      if ("https".equals(link.getScheme()) && link.getHost() != null) {
        return link;
      }
    } catch (URISyntaxException e) {
      // Told below, as the other ways to get it wrong.
    }
    throw wrong("--website is \"" + text + "\". Use an https address.");
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
