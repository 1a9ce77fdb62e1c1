package dev.instead.playground;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** One thing Slack demands of a piece of Block Kit; what is wrong is added in Slack's own wording. */
@FunctionalInterface
interface Rule {
  /** Adds what is wrong with {@code value}, which stands at the JSON pointer {@code at}. */
  void check(JsonNode value, String at, List<String> problems);

  static void report(String problem, String at, List<String> problems) {
    problems.add("[ERROR] " + problem + " [json-pointer:" + at + "]");
  }

  default Rule and(Rule more) {
    return (value, at, problems) -> {
      check(value, at, problems);
      more.check(value, at, problems);
    };
  }

  /** A string of so many characters. */
  static Rule string(int least, int most) {
    return (value, at, problems) -> {
      if (!value.isTextual()) {
        report("must provide a string", at, problems);
      } else if (value.asText().length() > most) {
        report("must be less than " + (most + 1) + " characters", at, problems);
      } else if (value.asText().length() < least) {
        report("must be more than " + (least - 1) + " characters", at, problems);
      }
    };
  }

  static Rule string(int most) {
    return string(1, most);
  }

  static Rule pattern(String regex, String kind) {
    return (value, at, problems) -> {
      if (!value.isTextual() || !value.asText().matches(regex)) {
        report("must be a valid " + kind, at, problems);
      }
    };
  }

  static Rule bool() {
    return (value, at, problems) -> {
      if (!value.isBoolean()) {
        report("must be a boolean", at, problems);
      }
    };
  }

  static Rule integer(int least, int most) {
    return (value, at, problems) -> {
      if (!value.isInt() || value.asInt() < least || value.asInt() > most) {
        report("must be an integer from " + least + " to " + most, at, problems);
      }
    };
  }

  static Rule oneOf(String... words) {
    return (value, at, problems) -> {
      if (!List.of(words).contains(value.asText())) {
        report("must be one of the allowed values: " + String.join(", ", words), at, problems);
      }
    };
  }

  /** An array of so many items, each under the same rule. */
  static Rule list(int least, int most, Rule each) {
    return (value, at, problems) -> {
      if (!value.isArray()) {
        report("must be an array", at, problems);
        return;
      }
      if (value.size() > most) {
        report("no more than " + most + " items allowed", at, problems);
      }
      if (value.size() < least) {
        report("no fewer than " + least + " items allowed", at, problems);
      }
      for (int i = 0; i < value.size(); i++) {
        each.check(value.get(i), at + "/" + i, problems);
      }
    };
  }

  /** The rule is chosen by the object's {@code type}; a type that isn't listed is refused. */
  static Rule byType(Map<String, Rule> rules) {
    return (value, at, problems) -> {
      Rule rule = rules.get(Json.text(value, "type"));
      if (rule == null) {
        report("unsupported type: " + Json.text(value, "type"), at + "/type", problems);
      } else {
        rule.check(value, at, problems);
      }
    };
  }

  /** For rules that contain themselves. */
  static Rule later(Supplier<Rule> rule) {
    return (value, at, problems) -> rule.get().check(value, at, problems);
  }

  /** An object's fields: those it must have, those it may have, and no others ({@code type} is always allowed). */
  final class Shape implements Rule {
    private final Map<String, Rule> fields = new LinkedHashMap<>();
    private final Set<String> required = new HashSet<>();

    Shape must(String field, Rule rule) {
      required.add(field);
      return may(field, rule);
    }

    Shape may(String field, Rule rule) {
      fields.put(field, rule);
      return this;
    }

    @Override
    public void check(JsonNode value, String at, List<String> problems) {
      if (!value.isObject()) {
        report("must be an object", at, problems);
        return;
      }
      for (String field : required) {
        if (!value.hasNonNull(field)) {
          report("missing required field: " + field, at, problems);
        }
      }
      value
          .properties()
          .forEach(field -> checkField(field.getKey(), field.getValue(), at, problems));
    }

    private void checkField(String name, JsonNode value, String at, List<String> problems) {
      Rule rule = fields.get(name);
      if (rule != null && !value.isNull()) {
        rule.check(value, at + "/" + name, problems);
      } else if (rule == null && !name.equals("type")) {
        report("invalid additional property: " + name, at, problems);
      }
    }
  }

  static Shape shape() {
    return new Shape();
  }
}
