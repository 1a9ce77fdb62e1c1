package dev.instead.office;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What is on the disk, whatever tables it is in: the database's file and the log beside it. */
public final class StoredBytes {
  private StoredBytes() {}

  /** Whether any file of a folder has these words, written in ASCII. */
  public static boolean have(Path folder, String words) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).anyMatch(file -> has(file, words));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean has(Path file, String words) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(words);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
