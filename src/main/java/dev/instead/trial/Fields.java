package dev.instead.trial;

import dev.instead.policy.LocalText;
import dev.instead.policy.Members;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All that an entry of a policy says, each thing by itself and under the name that the file has for it. It goes by the records' own
 * components, so that nothing is forgotten which an entry may say one day.
 */
final class Fields {
  private static final Pattern CAPITAL = Pattern.compile("[A-Z]");

  /** Where the file has another name than the record; the empty one says nothing that the file says. */
  private static final Map<String, String> NAMES = Map.of(
      "instead", "do",
      "byStance", "stance",
      "byPlatform", "",
      "byLanguage", "",
      "advice", "",
      "zone", "time_zone");

  private final Map<String, String> all = new LinkedHashMap<>();

  private Fields() {}

  /** Of one record, without its id. */
  static Map<String, String> of(Record entry) {
    Fields fields = new Fields();
    fields.record("", entry);
    return fields.all;
  }

  /** Of one value. */
  static Map<String, String> of(String name, Object value) {
    Fields fields = new Fields();
    fields.add(name(name), value);
    return fields.all;
  }

  static Object value(RecordComponent component, Object of) {
    try {
      return component.getAccessor().invoke(of);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("A policy's " + component.getName() + " can't be read", e);
    }
  }

  /** A component's name as the file writes it. */
  static String name(String component) {
    String own = NAMES.getOrDefault(component, component);
    return CAPITAL
        .matcher(own)
        .replaceAll(capital -> "_" + capital.group().toLowerCase(Locale.ROOT));
  }

  private void record(String name, Record of) {
    for (RecordComponent component : of.getClass().getRecordComponents()) {
      if (!component.getName().equals("id")) {
        add(joined(name, name(component.getName())), value(component, of));
      }
    }
  }

  private void add(String name, Object value) {
    if (value instanceof Optional<?> maybe) {
      maybe.ifPresent(there -> add(name, there));
    } else if (value instanceof LocalText text) {
      map(name, text.byLanguage());
    } else if (value instanceof Members members) {
      map(name, members.byPlatform());
    } else if (value instanceof Map<?, ?> map) {
      map(name, map);
    } else if (value instanceof Collection<?> many) {
      collection(name, many);
    } else if (value instanceof Record one && !isWord(one)) {
      record(name, one);
    } else {
      all.put(name, text(value));
    }
  }

  private void map(String name, Map<?, ?> map) {
    map.forEach((key, value) -> add(
        key instanceof Locale language
            ? name + " (" + language.toLanguageTag() + ")"
            : joined(name, text(key)),
        value));
  }

  private void collection(String name, Collection<?> many) {
    if (many.stream().allMatch(each -> each instanceof Record one && !isWord(one))) {
      int number = 0;
      for (Object each : many) {
        number++;
        add(joined(name, id(each).orElse(Integer.toString(number))), each);
      }
    } else {
      Stream<String> texts = many.stream().map(Fields::text);
      // A set has no order of its own.
      all.put(
          name, (many instanceof List ? texts : texts.sorted()).collect(Collectors.joining(" | ")));
    }
  }

  /** The id of an entry. */
  static Optional<String> id(Object entry) {
    return Stream.ofNullable(entry.getClass().getRecordComponents())
        .flatMap(Stream::of)
        .filter(component -> component.getName().equals("id"))
        .findFirst()
        .map(component -> text(value(component, entry)));
  }

  /** Ids are records of one word. */
  private static boolean isWord(Record record) {
    RecordComponent[] components = record.getClass().getRecordComponents();
    return components.length == 1 && components[0].getName().equals("value");
  }

  private static String text(Object value) {
    if (value instanceof Enum<?> constant) {
      return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
    if (value instanceof Duration duration) {
      return duration.toString().substring("PT".length()).toLowerCase(Locale.ROOT);
    }
    return value instanceof Locale language ? language.toLanguageTag() : value.toString();
  }

  private static String joined(String outer, String inner) {
    return Stream.of(outer, inner).filter(part -> !part.isEmpty()).collect(Collectors.joining("."));
  }
}
