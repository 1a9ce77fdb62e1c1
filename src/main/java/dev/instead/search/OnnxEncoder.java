package dev.instead.search;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The model bge-small-en-v1.5 (BAAI, MIT), with eight-bit weights, run inside this process: English sentences, 384 numbers each. */
final class OnnxEncoder implements Encoder {
  private static final String MODEL = "bge-small-en-v1.5-q";

  private final OrtEnvironment environment;
  private final OrtSession session;
  private final WordPiece pieces;

  private OnnxEncoder(OrtEnvironment environment, OrtSession session, WordPiece pieces) {
    this.environment = environment;
    this.session = session;
    this.pieces = pieces;
  }

  /**
   * The one of this process: it never changes, takes 40 MB, and is let go of with the process alone, so that no question that is being
   * read ever loses it. The first call loads it, and throws when this machine can't run it.
   */
  static OnnxEncoder shared() {
    return Shared.ENCODER.get();
  }

  private static final class Shared {
    static final Supplier<OnnxEncoder> ENCODER = new Supplier<>() {
      private @Nullable OnnxEncoder loaded;

      @Override
      public synchronized OnnxEncoder get() {
        OnnxEncoder known = loaded == null ? load() : loaded;
        loaded = known;
        return known;
      }
    };
  }

  /** Loads it, which takes a second or two; throws when this machine can't run it. */
  static OnnxEncoder load() {
    try (InputStream vocabulary = resource("-tokenizer.json")) {
      WordPiece pieces = WordPiece.read(vocabulary);
      OrtEnvironment environment = OrtEnvironment.getEnvironment();
      return new OnnxEncoder(environment, session(environment), pieces);
    } catch (IOException e) {
      throw new UncheckedIOException("The sentence model can't be read", e);
    } catch (OrtException e) {
      throw new IllegalStateException("The sentence model can't be run", e);
    }
  }

  // From a file: through the heap it would need twice its 34 MB there.
  private static OrtSession session(OrtEnvironment environment) throws IOException, OrtException {
    Path file = Files.createTempFile("instead-model", ".onnx");
    try (InputStream model = resource(".onnx");
        OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      Files.copy(model, file, StandardCopyOption.REPLACE_EXISTING);
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      options.setMemoryPatternOptimization(false);
      options.setCPUArenaAllocator(false);
      return environment.createSession(file.toString(), options);
    } finally {
      Files.delete(file);
    }
  }

  WordPiece pieces() {
    return pieces;
  }

  @Override
  public String model() {
    return MODEL;
  }

  @Override
  public float[] encode(String text) {
    long[] ids = pieces.ids(text);
    long[] mask = new long[ids.length];
    Arrays.fill(mask, 1);
    long[] shape = {1, ids.length};
    try (OnnxTensor words = OnnxTensor.createTensor(environment, LongBuffer.wrap(ids), shape);
        OnnxTensor seen = OnnxTensor.createTensor(environment, LongBuffer.wrap(mask), shape);
        OnnxTensor types =
            OnnxTensor.createTensor(environment, LongBuffer.wrap(new long[ids.length]), shape);
        OrtSession.Result result = session.run(
            Map.of("input_ids", words, "attention_mask", seen, "token_type_ids", types))) {
      // This model's sentence is its first piece.
      float[][][] points = (float[][][]) result.get(0).getValue();
      return Points.unit(points[0][0]);
    } catch (OrtException e) {
      throw new IllegalStateException("The sentence model failed on a text", e);
    }
  }

  private static InputStream resource(String end) throws FileNotFoundException {
    InputStream found = OnnxEncoder.class.getResourceAsStream("/" + MODEL + end);
    if (found == null) {
      throw new FileNotFoundException(MODEL + end + " is not in the program's jar");
    }
    return found;
  }
}
