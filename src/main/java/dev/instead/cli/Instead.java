package dev.instead.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "instead",
    versionProvider = Version.class,
    mixinStandardHelpOptions = true,
    header =
        "Instead carries your company's social media policy into Slack and Teams: report, claim, ask.",
    synopsisHeading = "%nUsage: ",
    synopsisSubcommandLabel = "COMMAND",
    commandListHeading = "%nCommands:%n",
    optionListHeading = "%nOptions:%n",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:All is well.",
      "1:Problems were found, or the command failed; each line says what to do.",
      "2:The command line couldn't be understood, or a file that is to be tested can't be read."
    },
    footerHeading = "%nTry it without a workspace:%n",
    footer = {
      "  instead playground",
      "",
      "Serve a real workspace:",
      "  instead manifest slack --url https://instead.example.com",
      "  instead manifest teams --url https://instead.example.com --app-id ID",
      "  instead policy lint config/policy.yaml",
      "  instead doctor",
      "  instead serve",
      "",
      "Settings are environment variables; docs/settings.md lists them."
    })
final class Instead implements Runnable {
  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say which command.");
  }
}
