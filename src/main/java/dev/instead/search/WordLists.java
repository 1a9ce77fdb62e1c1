package dev.instead.search;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** The lists that ship in {@code search/}; the {@code NOTICE} beside a list says where it is from. */
final class WordLists {
  private WordLists() {}

  /** Each line; those that begin with # are left out. */
  static List<String> lines(String name) {
    try (InputStream file = open(name);
        InputStream plain = name.endsWith(".gz") ? new GZIPInputStream(file) : file;
        BufferedReader reader = new BufferedReader(new InputStreamReader(plain, UTF_8))) {
      return reader
          .lines()
          .filter(line -> !line.startsWith("#") && !line.isEmpty())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("The word list " + name + " can't be read", e);
    }
  }

  /** What is left of the TAB, and what is right of it. */
  static Map<String, String> table(String name) {
    Map<String, String> table = new HashMap<>();
    for (String line : lines(name)) {
      int tab = line.indexOf('\t');
      table.put(line.substring(0, tab), line.substring(tab + 1));
    }
    return table;
  }

  private static InputStream open(String name) throws FileNotFoundException {
    InputStream found = WordLists.class.getResourceAsStream("/search/" + name);
    if (found == null) {
      throw new FileNotFoundException(name + " is not in the program's jar");
    }
    return found;
  }
}
