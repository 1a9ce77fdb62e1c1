package dev.instead.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String version = Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
        .orElse("(built from source)");
    return new String[] {
      "Instead " + version, "Java " + Runtime.version() + ", " + System.getProperty("os.name")
    };
  }
}
