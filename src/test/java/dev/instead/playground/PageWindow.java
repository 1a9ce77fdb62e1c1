package dev.instead.playground;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One browser window with the playground's page in it. */
final class PageWindow implements AutoCloseable {
  private static final Path TARGET = Path.of("target");
  private static final Path README_PICTURES = Path.of("docs", "pictures");

  /** How large it is, and whether the system is dark. */
  enum Look {
    DESK(1280, 800, ColorScheme.LIGHT),
    DARK_DESK(1280, 800, ColorScheme.DARK),
    PHONE(375, 812, ColorScheme.LIGHT),
    DARK_PHONE(375, 812, ColorScheme.DARK);

    private final int width;
    private final int height;
    private final ColorScheme scheme;

    Look(int width, int height, ColorScheme scheme) {
      this.width = width;
      this.height = height;
      this.scheme = scheme;
    }
  }

  private final Page page;
  private final String story;
  private final List<String> complaints = new ArrayList<>();

  private PageWindow(Page page, String story) {
    this.page = page;
    this.story = story;
    page.onConsoleMessage(message -> {
      if (message.type().equals("error")) {
        complaints.add(message.text());
      }
    });
    page.onPageError(complaints::add);
  }

  /** Opens the page with these people side by side; without any, as a visitor finds it. */
  static PageWindow open(Chromium chromium, URI address, Look look, String... people) {
    return open("story", chromium, address, look, people);
  }

  /** {@code story} is the folder under {@code target} for its pictures. */
  static PageWindow open(
      String story, Chromium chromium, URI address, Look look, String... people) {
    Page page = chromium
        .browser()
        .newPage(new Browser.NewPageOptions()
            .setViewportSize(look.width, look.height)
            .setHasTouch(look.width < 500)
            .setReducedMotion(ReducedMotion.REDUCE)
            .setColorScheme(look.scheme));
    page.setDefaultTimeout(30_000);
    PageWindow window = new PageWindow(page, story);
    page.navigate(address + (people.length == 0 ? "/" : "/?as=" + String.join(",", people)));
    return window;
  }

  Page page() {
    return page;
  }

  PersonInPage as(String id) {
    return new PersonInPage(page, id);
  }

  /** Keeps what is to be seen now under {@code target}. */
  void picture(String name) {
    page.screenshot(shot().setPath(TARGET.resolve(story).resolve(name + ".png")));
  }

  /** The same, and with {@code -Dpictures=write} as a small picture for the README. */
  void picture(String name, String forReadme) {
    picture(name);
    if ("write".equals(System.getProperty("pictures"))) {
      new SmallPicture(page.screenshot(shot())).write(README_PICTURES.resolve(forReadme + ".png"));
    }
  }

  private static Page.ScreenshotOptions shot() {
    return new Page.ScreenshotOptions().setAnimations(ScreenshotAnimations.DISABLED);
  }

  /** What the browser's console has against the page. */
  List<String> complaints() {
    return complaints;
  }

  @Override
  public void close() {
    page.context().close();
  }
}
