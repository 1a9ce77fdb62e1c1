package dev.instead.playground;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/** A screenshot in 256 colours, frequent and different ones: half of its size, and nobody sees the difference. */
final class SmallPicture {
  private static final int COLOURS = 256;

  /** Squared distance below which two colours look the same; else the shades of grey around letters take all places. */
  private static final int ALIKE = 100;

  private final BufferedImage picture;

  SmallPicture(byte[] png) {
    try {
      picture = ImageIO.read(new ByteArrayInputStream(png));
    } catch (IOException e) {
      throw new UncheckedIOException("The screenshot can't be read", e);
    }
  }

  void write(Path file) {
    int[] palette = palette();
    IndexColorModel model =
        new IndexColorModel(8, palette.length, palette, 0, false, -1, DataBuffer.TYPE_BYTE);
    BufferedImage small = new BufferedImage(
        picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, model);
    Map<Integer, Integer> nearest = new HashMap<>();
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        int index = nearest.computeIfAbsent(colour(x, y), wanted -> nearest(wanted, palette));
        small.getRaster().setSample(x, y, 0, index);
      }
    }
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      ImageIO.write(small, "png", file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException("The picture can't be written: " + file, e);
    }
  }

  private int[] palette() {
    Map<Integer, Integer> uses = new HashMap<>();
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        uses.merge(colour(x, y), 1, Integer::sum);
      }
    }
    List<Map.Entry<Integer, Integer>> byUse = uses.entrySet().stream()
        .sorted(Map.Entry.<Integer, Integer>comparingByValue(Comparator.reverseOrder())
            .thenComparing(Map.Entry.comparingByKey()))
        .toList();
    List<Integer> chosen = new ArrayList<>();
    for (Map.Entry<Integer, Integer> colour : byUse) {
      boolean isNew = chosen.stream().noneMatch(other -> distance(colour.getKey(), other) < ALIKE);
      if (isNew && chosen.size() < COLOURS) {
        chosen.add(colour.getKey());
      }
    }
    return chosen.stream().mapToInt(Integer::intValue).toArray();
  }

  private int colour(int x, int y) {
    return picture.getRGB(x, y) & 0xffffff;
  }

  private static int nearest(int wanted, int[] palette) {
    int best = 0;
    for (int index = 1; index < palette.length; index++) {
      if (distance(wanted, palette[index]) < distance(wanted, palette[best])) {
        best = index;
      }
    }
    return best;
  }

  private static int distance(int one, int other) {
    int red = (one >> 16 & 255) - (other >> 16 & 255);
    int green = (one >> 8 & 255) - (other >> 8 & 255);
    int blue = (one & 255) - (other & 255);
    return red * red + green * green + blue * blue;
  }
}
