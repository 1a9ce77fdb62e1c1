package dev.instead.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.instead.config.PolicySamples.Bad;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** The schema that editors use and the reader that decides say the same about a file's form. */
class PolicySchemaTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonNode TEXT = json();
  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(TEXT);

  @Test
  void good_files_pass_both() throws IOException {
    for (String yaml : List.of(
        PolicySamples.FULL, PolicySamples.SMALL, Files.readString(Path.of("config/policy.yaml")))) {
      assertEquals(List.of(), schemaErrors(yaml));
      assertEquals(List.of(), PolicySamples.problems(yaml));
    }
  }

  @ParameterizedTest
  @MethodSource("dev.instead.config.BadPolicies#all")
  void bad_form_is_refused_by_both_and_bad_meaning_by_the_reader(Bad bad) {
    assertFalse(PolicySamples.problems(bad.yaml()).isEmpty());
    if (bad.form() || !twice(bad)) {
      assertEquals(bad.form(), !schemaErrors(bad.yaml()).isEmpty(), bad.name());
    }
  }

  /** Keys said twice are lost when YAML becomes JSON. */
  private static boolean twice(Bad bad) {
    return bad.problems().get(0).contains("is already on line");
  }

  @Test
  void every_property_is_explained_to_editors_and_no_map_is_open() {
    List<String> silent = new ArrayList<>();
    explained(TEXT, "", silent);
    assertEquals(List.of(), silent);
    assertTrue(TEXT.path("$defs").size() > 20);
  }

  private static void explained(JsonNode node, String path, List<String> silent) {
    if (node.has("properties") && node.path("type").asText().equals("object")) {
      if (!node.has("additionalProperties")) {
        silent.add(path + " is open");
      }
      node.path("properties").properties().forEach(property -> {
        if (!property.getValue().has("title") || !property.getValue().has("description")) {
          silent.add(path + "/" + property.getKey());
        }
      });
    }
    node.properties()
        .forEach(child -> explained(child.getValue(), path + "/" + child.getKey(), silent));
    for (int i = 0; i < node.size() && node.isArray(); i++) {
      explained(node.get(i), path + "/" + i, silent);
    }
  }

  private static List<String> schemaErrors(String yaml) {
    LoadSettings settings = LoadSettings.builder()
        .setSchema(new CoreSchema())
        .setAllowDuplicateKeys(true)
        .build();
    JsonNode file = JSON.valueToTree(new Load(settings).loadFromString(yaml));
    return SCHEMA.validate(file).stream().map(Error::toString).toList();
  }

  private static JsonNode json() {
    try {
      return JSON.readTree(Files.readString(Path.of("config/policy.schema.json")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
