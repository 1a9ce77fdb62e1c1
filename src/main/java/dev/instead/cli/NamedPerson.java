package dev.instead.cli;

import dev.instead.config.DatabaseAddress;
import dev.instead.config.Settings;
import dev.instead.people.Person;
import dev.instead.people.Platform;
import dev.instead.store.PersonRecords;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The person that a command is about, and the store that it looks into. */
final class NamedPerson {
  @Option(
      names = "--person",
      required = true,
      paramLabel = "PERSON",
      converter = Form.class,
      description =
          "Whom: slack:WORKSPACE/USER, such as slack:T0ACME/U012AB3CD, or teams:TENANT/OBJECT_ID.")
  private @Nullable Person person;

  @Option(
      names = "--db",
      paramLabel = "URL",
      description = "The database, such as jdbc:sqlite:/path/file. Default: INSTEAD_DATABASE_URL.")
  private @Nullable String database;

  Person person() {
    if (person == null) {
      throw new IllegalStateException("picocli insists on --person");
    }
    return person;
  }

  DatabaseAddress database(Shell shell) {
    return database == null
        ? Settings.database(shell.environment())
        : DatabaseAddress.of(database, shell.environment());
  }

  /** What the store keeps of the person, told in lines; empty, which is told too, when it knows nobody of that name. */
  Optional<PersonRecords.Records> records(Shell shell) {
    PersonRecords.Records found = shell.parts().records(database(shell), person());
    if (found.accounts().isEmpty()) {
      shell.say("The store knows nobody called " + written(person()) + ".");
      return Optional.empty();
    }
    tell(found, shell);
    return Optional.of(found);
  }

  private static void tell(PersonRecords.Records records, Shell shell) {
    shell.say("Kept of "
        + records.accounts().stream()
            .map(NamedPerson::written)
            .collect(Collectors.joining(" and their other account "))
        + ":");
    records
        .things()
        .forEach(things ->
            shell.say("  %s: %d".formatted(things.what(), things.rows().size())));
    if (!records.mentions().isEmpty()) {
      shell.say("Words of others name this person, and stay: "
          + String.join(", ", records.mentions()) + ".");
    }
  }

  static String written(Person person) {
    return person.platform().code() + ":" + person.workspace() + "/" + person.id();
  }

  /** As it is written on the command line. */
  static final class Form implements ITypeConverter<Person> {
    private static final Pattern WRITTEN =
        Pattern.compile("(slack|teams):([A-Za-z0-9-]{1,100})/([A-Za-z0-9-]{1,100})");

    @Override
    public Person convert(String text) {
      Matcher written = WRITTEN.matcher(text);
      if (!written.matches()) {
        throw new TypeConversionException("write slack:WORKSPACE/USER or teams:TENANT/OBJECT_ID");
      }
      return new Person(Platform.ofCode(written.group(1)), written.group(2), written.group(3));
    }
  }
}
