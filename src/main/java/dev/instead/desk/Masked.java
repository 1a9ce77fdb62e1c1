package dev.instead.desk;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What is kept of a question once its asker sent it on: without links, addresses, phone numbers and @names. A name that is written as a
 * word stays; askers are told so beside the button.
 */
final class Masked {
  private static final Pattern MAIL =
      Pattern.compile("[\\p{L}\\p{N}._%+'-]{1,64}@[\\p{L}\\p{N}.-]{1,255}");
  private static final Pattern LINK = Pattern.compile(
      "(?i)\\b(?:[a-z][a-z0-9+.-]{1,20}://|www\\.)\\S+|\\b[\\p{L}\\p{N}-]{1,63}(?:\\.[\\p{L}\\p{N}-]{1,63}){0,5}\\.(?:[a-z]{2,10})/\\S*"
          + "|\\b[\\p{L}\\p{N}-]{1,63}(?:\\.[\\p{L}\\p{N}-]{1,63}){0,5}\\.(?:com|net|org|id|co|io|example|info|biz|app|dev|me|tv|de|uk|us)\\b");
  private static final Pattern NAME =
      Pattern.compile("<[@#!][^>]{1,80}>|[@＠][\\p{L}\\p{N}_.-]{1,80}");
  private static final Pattern NUMBER = Pattern.compile(
      "(?<![\\p{L}\\p{N}])\\+?\\(?\\p{Nd}(?:[ ().\\u2010-\\u2015/-]{0,3}\\p{Nd}){6,18}");
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

  private Masked() {}

  static String of(String question) {
    String plain = Normalizer.normalize(question, Normalizer.Form.NFKC).strip();
    String cut = plain.substring(0, Math.min(plain.length(), 4 * Feedback.MAX_WORDS));
    String masked = NAME.matcher(
            LINK.matcher(MAIL.matcher(cut).replaceAll("[address]")).replaceAll("[link]"))
        .replaceAll("[name]");
    String shown =
        NUMBER.matcher(masked).replaceAll("[number]").replaceAll("\\s+", " ").strip();
    int end = Math.min(shown.length(), Feedback.MAX_WORDS);
    boolean halved =
        end > 0 && end < shown.length() && Character.isHighSurrogate(shown.charAt(end - 1));
    return shown.substring(0, halved ? end - 1 : end);
  }

  /** What questions that mean the same letter by letter have in common. */
  static String likeness(String masked) {
    return NO_WORD.matcher(masked.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
  }
}
