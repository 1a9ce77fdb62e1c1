package dev.instead.setup;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The Teams app as the files under {@code manifests/teams} describe it, and the package of them that an administrator uploads. */
public final class TeamsManifest {
  /** Teams shows no more of a developer's name. */
  public static final int LONGEST_NAME = 32;

  private static final String FOLDER = "/manifests/teams/";
  private static final String MANIFEST = "manifest.json";
  private static final List<String> OTHERS = List.of("id.json", "color.png", "outline.png");
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * Whose app it is.
   *
   * @param appId the bot's Microsoft App ID; the app in Teams has the same one
   * @param version of the package, e.g. {@code 1.0.1}; Teams takes an update only under a higher one
   * @param host where Teams reaches the bot, without a path
   * @param company at most {@link #LONGEST_NAME} characters
   * @param website what the app's page in Teams links for more, privacy and terms
   */
  public record Owner(String appId, String version, URI host, String company, URI website) {}

  private final byte[] template;

  private TeamsManifest(byte[] template) {
    this.template = template;
  }

  /** The manifest that this program was built with. */
  public static TeamsManifest ofThisVersion() {
    return new TeamsManifest(file(MANIFEST));
  }

  /** The manifest for one installation, JSON. */
  public String forOwner(Owner owner) {
    try {
      ObjectNode manifest = (ObjectNode) JSON.readTree(template);
      manifest.put("id", owner.appId()).put("version", owner.version());
      for (String part : List.of("bots", "composeExtensions")) {
        for (JsonNode each : manifest.withArray("/" + part)) {
          ((ObjectNode) each).put("botId", owner.appId());
        }
      }
      String website = owner.website().toString();
      manifest.putObject("developer").put("name", owner.company());
      for (String link : List.of("websiteUrl", "privacyUrl", "termsOfUseUrl")) {
        manifest.withObject("/developer").put(link, website);
      }
      manifest.putArray("validDomains").add(owner.host().getHost());
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(manifest) + "\n";
    } catch (IOException e) {
      throw new UncheckedIOException("The program's own manifest can't be read", e);
    }
  }

  /** The zip file that Teams takes: the manifest, its other language and the icons. */
  public byte[] zipFor(Owner owner) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes, UTF_8)) {
      add(zip, MANIFEST, forOwner(owner).getBytes(UTF_8));
      for (String other : OTHERS) {
        add(zip, other, file(other));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The package can't be put together", e);
    }
    return bytes.toByteArray();
  }

  private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTime(0); // The same package every time.
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }

  private static byte[] file(String name) {
    try (InputStream file = TeamsManifest.class.getResourceAsStream(FOLDER + name)) {
      if (file == null) {
        throw new IllegalStateException("The program was built without " + FOLDER + name);
      }
      return file.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("Can't read " + FOLDER + name, e);
    }
  }
}
