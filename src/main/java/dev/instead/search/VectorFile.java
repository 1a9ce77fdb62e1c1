package dev.instead.search;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The points of the policy's own texts, kept on disk by the texts' digest, so that a start needn't make them again. Questions are never
 * kept. A file that can't be read is made anew; one that can't be written is done without.
 */
final class VectorFile {
  private static final Logger LOG = LoggerFactory.getLogger(VectorFile.class);
  private static final int MAGIC = 0x494e5631;
  private static final int MOST = 1_000_000;

  private final Optional<Path> file;
  private final Encoder encoder;
  private final Map<String, float[]> known;
  private final Map<String, float[]> used = new ConcurrentHashMap<>();

  /** @param folder where the file is; empty to keep nothing */
  VectorFile(Optional<Path> folder, Encoder encoder) {
    file = folder.map(path -> path.resolve("vectors.bin"));
    this.encoder = encoder;
    known = read();
  }

  /** The text's point, from the file if it is there. */
  float[] point(String text) {
    return used.computeIfAbsent(
        digest(text),
        key -> Optional.ofNullable(known.get(key)).orElseGet(() -> encoder.encode(text)));
  }

  /** Writes what was asked for since this was made, and nothing else, if any of it is new. */
  void save() {
    if (file.isEmpty() || known.keySet().equals(used.keySet())) {
      return;
    }
    try {
      write(file.get());
    } catch (IOException e) {
      LOG.warn(
          "The policy's vectors can't be kept in {} ({}); the next start makes them again. Set INSTEAD_CACHE to a folder that can be written",
          file.get(),
          e.toString());
    }
  }

  private void write(Path target) throws IOException {
    Path folder = target.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    Path made = Files.createTempFile(folder, "vectors", ".new");
    try (OutputStream plain = new BufferedOutputStream(Files.newOutputStream(made));
        CheckedOutputStream checked = new CheckedOutputStream(plain, new CRC32());
        DataOutputStream out = new DataOutputStream(checked)) {
      out.writeInt(MAGIC);
      out.writeUTF(encoder.model());
      out.writeInt(used.size());
      for (Map.Entry<String, float[]> each : used.entrySet()) {
        out.writeUTF(each.getKey());
        out.writeInt(each.getValue().length);
        for (float number : each.getValue()) {
          out.writeFloat(number);
        }
      }
      out.writeLong(checked.getChecksum().getValue());
    }
    Files.move(made, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  private Map<String, float[]> read() {
    if (file.isEmpty() || !Files.isReadable(file.get())) {
      return Map.of();
    }
    try (CheckedInputStream checked = new CheckedInputStream(
            new BufferedInputStream(Files.newInputStream(file.get())), new CRC32());
        DataInputStream in = new DataInputStream(checked)) {
      if (in.readInt() != MAGIC || !in.readUTF().equals(encoder.model())) {
        return Map.of();
      }
      Map<String, float[]> points = points(in);
      long sum = checked.getChecksum().getValue();
      if (in.readLong() != sum) {
        throw new IOException("its checksum is wrong");
      }
      return points;
    } catch (IOException e) {
      LOG.warn("{} can't be used ({}); it is made again", file.get(), e.toString());
      return Map.of();
    }
  }

  private static Map<String, float[]> points(DataInputStream in) throws IOException {
    int count = in.readInt();
    if (count < 0 || count > MOST) {
      throw new IOException("it says that it holds " + count + " texts");
    }
    Map<String, float[]> points = new HashMap<>();
    for (int i = 0; i < count; i++) {
      String key = in.readUTF();
      int length = in.readInt();
      if (length < 1 || length > 4_096) {
        throw new IOException("a point has " + length + " numbers");
      }
      byte[] bytes = in.readNBytes(length * Float.BYTES);
      if (bytes.length < length * Float.BYTES) {
        throw new IOException("it ends too early");
      }
      float[] point = new float[length];
      ByteBuffer.wrap(bytes).asFloatBuffer().get(point);
      points.put(key, point);
    }
    return points;
  }

  private static String digest(String text) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("Every Java has SHA-256", e);
    }
  }
}
