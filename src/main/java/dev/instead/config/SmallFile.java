package dev.instead.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** Reads a text file that has no business being large. */
final class SmallFile {
  static final int MAX_BYTES = 1024 * 1024;
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  /** The whole file, read once, never more than one byte over the limit. */
  static byte[] bytes(Path path) throws UnreadableException {
    String file = path.toString();
    if (!Files.exists(path)) {
      throw unreadable(
          file, 1, "there is no such file", "Check the path and who may look into its folder.");
    }
    if (!Files.isRegularFile(path)) {
      throw unreadable(file, 1, "this is not a file", "Name the file itself.");
    }
    try (InputStream in = Files.newInputStream(path)) {
      return in.readNBytes(MAX_BYTES + 1);
    } catch (IOException e) {
      throw unreadable(
          file,
          1,
          "the file can't be read (" + e.getClass().getSimpleName() + ")",
          "Check that the account that runs this program may read it.");
    }
  }

  /** The bytes as text, when they are text. */
  static String text(String file, byte[] bytes) throws UnreadableException {
    if (bytes.length > MAX_BYTES) {
      throw unreadable(
          file,
          1,
          "the file is larger than 1 MB",
          "Check that it is the right file, and shorten it.");
    }
    String text = decoded(file, bytes);
    text = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    if (text.isBlank()) {
      throw unreadable(
          file, 1, "the file is empty", "Start from the example in the folder config.");
    }
    refuseUnprintable(file, text);
    return text;
  }

  private static String decoded(String file, byte[] bytes) throws UnreadableException {
    ByteBuffer rest = ByteBuffer.wrap(bytes);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(rest).toString();
    } catch (CharacterCodingException e) {
      String good = new String(bytes, 0, rest.position(), StandardCharsets.UTF_8);
      throw unreadable(
          file,
          lineAt(good, good.length()),
          "the file is not UTF-8 text",
          "Save it as UTF-8 in a text editor.");
    }
  }

  private static void refuseUnprintable(String file, String text) throws UnreadableException {
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int codePoint = text.codePointAt(i);
      if (!StreamReader.isPrintable(codePoint)) {
        throw unreadable(
            file,
            lineAt(text, i),
            String.format("the file holds a character that is no text (U+%04X)", codePoint),
            "Check that it is the right file, and remove the character.");
      }
    }
  }

  private static int lineAt(String text, int end) {
    return 1 + (int) text.substring(0, end).chars().filter(c -> c == '\n').count();
  }

  static UnreadableException unreadable(String file, int line, String what, String remedy) {
    return new UnreadableException(new Problem(file, line, what, remedy));
  }

  private SmallFile() {}
}
