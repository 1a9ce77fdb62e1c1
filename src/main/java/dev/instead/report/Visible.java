package dev.instead.report;

/** Text without what can't be seen: controls, zero-width characters, marks that turn the direction of writing. */
final class Visible {
  private Visible() {}

  static String of(String text) {
    StringBuilder visible = new StringBuilder(text.length());
    int before = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      int after = i < text.length() ? text.codePointAt(i) : 0;
      if (!isHidden(c) || joins(before, c, after)) {
        visible.appendCodePoint(c);
        before = c;
      }
    }
    return visible.toString();
  }

  // Persian words and emoji are written with joiners; between Latin letters they only hide
  // something.
  private static boolean joins(int before, int c, int after) {
    return (c == 0x200C || c == 0x200D) && before > 0x7F && after > 0x7F && !isHidden(after);
  }

  private static boolean isHidden(int c) {
    if (Character.isWhitespace(c)) {
      return false;
    }
    return switch (Character.getType(c)) {
      case Character.CONTROL, Character.FORMAT, Character.SURROGATE -> true;
      default -> c == 0x115F || c == 0x1160 || c == 0x3164 || c == 0xFFA0; // blank Hangul letters
    };
  }
}
