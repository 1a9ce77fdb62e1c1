package dev.instead.setup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class TeamsManifestTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String APP = "12345678-90ab-cdef-1234-567890abcdef";
  private static final TeamsManifest.Owner ACME = new TeamsManifest.Owner(
      APP,
      "1.2.0",
      URI.create("https://bot.acme.com:8443"),
      "Acme Motors",
      URI.create("https://acme.com/staff/instead"));

  private final TeamsManifest manifest = TeamsManifest.ofThisVersion();

  @Test
  void teams_own_schema_accepts_it() throws Exception {
    assertEquals(List.of(), complaints(JSON.readTree(manifest.forOwner(ACME))));
  }

  @Test
  void teams_schema_would_refuse_a_mistake() throws Exception {
    String text = manifest.forOwner(ACME);

    String tooLong =
        text.replace("\"Report a conflict\"", "\"Report a conflict to everybody now\"");
    assertEquals(1, complaints(JSON.readTree(tooLong)).size());
    String unknown = text.replace("\"commandBox\"", "\"everywhere\"");
    assertFalse(complaints(JSON.readTree(unknown)).isEmpty());
  }

  @Test
  void the_other_language_stands_in_the_places_of_the_first_and_fits() throws Exception {
    JsonNode manifest = JSON.readTree(this.manifest.forOwner(ACME));
    JsonNode translated = manifest.deepCopy();
    JsonNode texts = JSON.readTree(files().get("id.json"));
    List<String> places = new ArrayList<>();
    texts.fieldNames().forEachRemaining(places::add);
    places.remove("$schema");
    for (String place : places) {
      String pointer = "/" + place.replace("[", "/").replace("]", "").replace('.', '/');
      assertTrue(manifest.at(pointer).isTextual(), place + " isn't in the manifest");
      int name = pointer.lastIndexOf('/');
      ((ObjectNode) translated.at(pointer.substring(0, name)))
          .put(pointer.substring(name + 1), texts.get(place).asText());
    }

    assertEquals(List.of(), complaints(translated));
    assertEquals(shown(manifest) - 1, places.size(), "the name alone needs no translation");
  }

  /** How many texts people see: names, descriptions, and those of each command. */
  private static int shown(JsonNode manifest) {
    int commands = 0;
    for (JsonNode list : manifest.at("/bots/0/commandLists")) {
      commands += list.get("commands").size();
    }
    commands += manifest.at("/composeExtensions/0/commands").size();
    return manifest.get("name").size() + manifest.get("description").size() + 2 * commands;
  }

  @Test
  void it_is_for_the_given_bot_alone() throws Exception {
    JsonNode json = JSON.readTree(manifest.forOwner(ACME));

    assertEquals(APP, json.path("id").asText());
    assertEquals(List.of(APP, APP), json.findValuesAsText("botId"));
    assertEquals("1.2.0", json.path("version").asText());
    assertEquals("[\"bot.acme.com\"]", json.path("validDomains").toString());
    assertEquals("Acme Motors", json.at("/developer/name").asText());
    assertEquals(
        "https://acme.com/staff/instead", json.at("/developer/privacyUrl").asText());
    assertFalse(json.toString().contains("example.com"), json.toString());
    assertFalse(json.toString().contains("00000000-0000"), json.toString());
  }

  @Test
  void the_package_holds_every_file_that_the_manifest_names() throws Exception {
    Map<String, byte[]> files = files();

    assertEquals(
        List.of("manifest.json", "id.json", "color.png", "outline.png"),
        List.copyOf(files.keySet()));
    JsonNode json = JSON.readTree(files.get("manifest.json"));
    assertEquals(
        "id.json", json.at("/localizationInfo/additionalLanguages/0/file").asText());
    assertEquals("color.png", json.at("/icons/color").asText());
    assertEquals("outline.png", json.at("/icons/outline").asText());
    assertEquals(manifest.forOwner(ACME), new String(files.get("manifest.json"), UTF_8));
    assertArrayEquals(manifest.zipFor(ACME), manifest.zipFor(ACME), "the same every time");
  }

  @Test
  void the_outline_is_white_on_nothing_and_the_other_icon_in_full_colour() throws Exception {
    BufferedImage outline = icon("outline.png", 32);
    BufferedImage colour = icon("color.png", 192);

    assertEquals(0, outline.getRGB(0, 0) >>> 24, "transparent");
    int drawn = 0;
    for (int x = 0; x < 32; x++) {
      for (int y = 0; y < 32; y++) {
        int dot = outline.getRGB(x, y);
        drawn += dot >>> 24 == 255 ? 1 : 0;
        assertTrue(dot >>> 24 == 0 || (dot & 0xffffff) == 0xffffff, "not white at " + x + "," + y);
      }
    }
    assertTrue(drawn > 50, drawn + " dots");
    JsonNode json = JSON.readTree(manifest.forOwner(ACME));
    assertEquals(
        json.path("accentColor").asText(), "#%06X".formatted(colour.getRGB(0, 0) & 0xffffff));
    assertEquals(255, colour.getRGB(0, 0) >>> 24);
  }

  @Test
  void every_permission_and_command_is_explained_to_administrators() throws Exception {
    String page = Files.readString(Path.of("docs/teams.md"));
    JsonNode json = JSON.readTree(manifest.forOwner(ACME));

    List<String> asked = new ArrayList<>();
    json.path("permissions").forEach(each -> asked.add(each.asText()));
    json.path("composeExtensions").findValuesAsText("title").forEach(asked::add);
    assertEquals(5, asked.size());
    for (String one : asked) {
      assertTrue(page.contains("\n| `" + one + "` | "), one + " has no row in docs/teams.md");
    }
    assertTrue(json.path("authorization").isMissingNode(), "no right to read along is asked for");
  }

  private BufferedImage icon(String name, int size) throws IOException {
    BufferedImage icon = ImageIO.read(new ByteArrayInputStream(files().get(name)));
    assertEquals(List.of(size, size), List.of(icon.getWidth(), icon.getHeight()), name);
    return icon;
  }

  private Map<String, byte[]> files() throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (ZipInputStream zip =
        new ZipInputStream(new ByteArrayInputStream(manifest.zipFor(ACME)), UTF_8)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), zip.readAllBytes());
      }
    }
    return files;
  }

  private static List<String> complaints(JsonNode manifest) throws Exception {
    try (InputStream schema = Objects.requireNonNull(
        TeamsManifestTest.class.getResourceAsStream("/schemas/MicrosoftTeams.v1.30.schema.json"))) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_4)
          .getSchema(JSON.readTree(
              // In JavaScript a backspace, in Java nothing at all.
              new String(schema.readAllBytes(), UTF_8).replace("\\\\f\\\\b", "\\\\f\\\\u0008")))
          .validate(manifest)
          .stream()
          .map(Object::toString)
          .toList();
    }
  }
}
