package dev.instead.notice;

/**
 * As many whole lines of a long text as fit.
 *
 * @param left how many lines are not shown
 */
public record Excerpt(String shown, int left) {
  /**
   * The beginning of a text.
   *
   * @param max in UTF-16 units; the first line is shown whatever its length
   */
  public static Excerpt of(String text, int max) {
    String whole = text.stripTrailing();
    if (whole.length() <= max) {
      return new Excerpt(whole, 0);
    }
    int end = Math.max(whole.lastIndexOf('\n', max), firstLine(whole));
    int left = (int) whole.substring(Math.min(end + 1, whole.length())).lines().count();
    return new Excerpt(whole.substring(0, end), left);
  }

  private static int firstLine(String text) {
    int end = text.indexOf('\n');
    return end < 0 ? text.length() : end;
  }
}
