package dev.instead.playground;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The Chromium of this machine: the system property {@code chromium}, or the first one that the PATH leads to. */
final class Chromium implements AutoCloseable {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

  private final Playwright playwright = Playwright.create(
      new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
  private final Browser browser = playwright.chromium().launch(options());

  Browser browser() {
    return browser;
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }

  /** Empty where there is none. */
  static Optional<Path> find() {
    Optional<Path> named = Optional.ofNullable(System.getProperty("chromium")).map(Path::of);
    return Stream.concat(named.stream(), onPath()).filter(Files::isExecutable).findFirst();
  }

  private static Stream<Path> onPath() {
    String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
    return Stream.of(path.split(File.pathSeparator))
        .filter(folder -> !folder.isEmpty())
        .flatMap(folder -> NAMES.stream().map(Path.of(folder)::resolve));
  }

  private static BrowserType.LaunchOptions options() {
    return new BrowserType.LaunchOptions()
        .setExecutablePath(
            find().orElseThrow(() -> new IllegalStateException(NeedsChromium.HOW_TO_RUN)))
        .setArgs(List.of(
            "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"));
  }
}
