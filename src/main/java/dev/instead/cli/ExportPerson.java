package dev.instead.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.instead.config.OwnersFile;
import dev.instead.store.PersonRecords;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    header = "Write down everything that the store keeps of one person.",
    description = {
      "On both platforms where their accounts are linked: what it is, when it was, why it is kept and",
      "until when. A report of a restricted case says so: whoever hands the file on should look at it.",
      "Works beside a running bot, and changes nothing."
    })
final class ExportPerson implements Callable<Integer> {
  private final Shell shell;

  @Mixin
  private final NamedPerson whom = new NamedPerson();

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "A new file, JSON in UTF-8, for you alone to read.")
  private Path file = Path.of("");

  ExportPerson(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    Optional<PersonRecords.Records> found = whom.records(shell);
    if (found.isEmpty()) {
      return 1;
    }
    write(json(found.get()));
    shell.say("All of it is in " + file + ".");
    return 0;
  }

  private String json(PersonRecords.Records found) {
    Map<String, Object> export = new LinkedHashMap<>();
    export.put("exported", shell.clock().instant().toString());
    export.put("accounts", found.accounts().stream().map(NamedPerson::written).toList());
    export.put("kept", found.things().stream().map(ExportPerson::readable).toList());
    export.put("named_in_words_of_others", found.mentions());
    try {
      return new ObjectMapper()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .writeValueAsString(export);
    } catch (JsonProcessingException impossible) {
      throw new AssertionError("Texts and numbers can be written as JSON", impossible);
    }
  }

  private static Map<String, Object> readable(PersonRecords.Things things) {
    Map<String, Object> readable = new LinkedHashMap<>();
    readable.put("what", things.what());
    readable.put("account", NamedPerson.written(things.account()));
    readable.put("why", things.why());
    readable.put("until", things.until());
    readable.put("rows", things.rows());
    return readable;
  }

  private void write(String json) {
    try {
      OwnersFile.make(file);
      Files.writeString(file, json + "\n", StandardCharsets.UTF_8);
    } catch (FileAlreadyExistsException there) {
      throw new CommandFailed(
          List.of(file + " exists already. Name a new file, so that nothing is lost."));
    } catch (IOException e) {
      throw new CommandFailed(List.of(file + " can't be written ("
          + e.getClass().getSimpleName() + "). Name a file in a folder that you may write to."));
    }
  }
}
