package dev.instead.playground;

/** A sentence for the person at the page: what can't be done, and why. */
final class PageRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String sentence;

  PageRefusal(String sentence) {
    super(sentence, null, false, false);
    this.sentence = sentence;
  }

  String sentence() {
    return sentence;
  }
}
