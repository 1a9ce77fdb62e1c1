package dev.instead.config;

import dev.instead.policy.Contact;
import dev.instead.policy.LocalText;
import dev.instead.policy.Members;
import dev.instead.policy.Policy;
import dev.instead.policy.Resource;
import dev.instead.policy.ResourceId;
import dev.instead.policy.Stance;
import dev.instead.policy.TeamId;
import dev.instead.policy.Trained;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.MappingNode;

/**
 * Reads a policy file (UTF-8, YAML 1.2, at most 1 MB) into a {@link Policy}, or into the list of everything that is wrong with it. Its
 * form is described by {@code config/policy.schema.json}.
 */
public final class PolicyReader {
  private static final Pattern PHONE = Pattern.compile("[+0-9][0-9 ()./*#-]{1,29}( ext [0-9]+)?");
  /** One working day of most teams. */
  private static final Duration ANSWER_WITHIN = Duration.ofHours(8);

  private static final URI NOWHERE = URI.create("https://invalid");

  /**
   * Reads a file once.
   *
   * @param today decides which review dates are past
   */
  public static Reading read(Path path, LocalDate today) {
    try {
      return read(path.toString(), SmallFile.bytes(path), today);
    } catch (UnreadableException e) {
      return new Reading.Refused(List.of(e.problem()));
    }
  }

  /**
   * Reads the bytes of a file.
   *
   * @param file what problems call it
   * @param today decides which review dates are past
   */
  public static Reading read(String file, byte[] bytes, LocalDate today) {
    try {
      MappingNode root = YamlTree.compose(file, SmallFile.text(file, bytes));
      Problems problems = Places.of(file, root);
      Policy policy = policy(new Section(root, "the policy", "", problems));
      PolicyLint.check(policy, today, problems);
      List<Problem> errors = problems.errors();
      return errors.isEmpty()
          ? new Reading.Valid(policy, problems.warnings())
          : new Reading.Refused(errors);
    } catch (UnreadableException e) {
      return new Reading.Refused(List.of(e.problem()));
    }
  }

  /** The policy as far as it can be read, with stand-ins for what is missing or wrong. */
  private static Policy policy(Section file) {
    String company = file.line("company");
    String version = file.line("version");
    Languages languages = Languages.of(file);
    ZoneId zone = file.require("time_zone").flatMap(Forms::zone).orElse(ZoneOffset.UTC);
    Stance stance = file.require("stance").flatMap(Forms::stance).orElse(Stance.STRICT);
    Contact contact = file.require("public_contact")
        .flatMap(Entry::section)
        .map(found -> publicContact(found, languages))
        .orElse(new Contact(languages.missing(), Optional.empty(), Optional.empty()));
    file.require("owner", "Add it: who is told when this file breaks.");
    Members owner = MembersReader.people(file, "owner");
    Map<String, Members> owners = MembersReader.owners(file);
    Members administrators = MembersReader.people(file, "administrators");
    TeamId policyTeam = new TeamId(file.require("policy_team")
        .flatMap(entry -> entry.text(Section.ID, Section.ID_FORM))
        .orElse("?"));
    var fallback = MembersReader.channels(file, "fallback");
    Optional<Section> speakers = file.section("speakers");
    Trained trained =
        speakers.map(found -> MembersReader.trained(found, "trained")).orElse(Trained.NOBODY);
    Optional<LocalText> note =
        speakers.flatMap(found -> languages.optional(found, "note", Limits.TEXT));
    speakers.ifPresent(Section::close);
    SituationReader situations = new SituationReader(languages);
    RuleReader rules = new RuleReader(languages);
    Policy policy = new Policy(
        company,
        version,
        languages.all().isEmpty() ? List.of(languages.original()) : languages.all(),
        zone,
        stance,
        contact,
        owner,
        owners,
        administrators,
        policyTeam,
        file.get("answer_within").flatMap(Forms::duration).orElse(ANSWER_WITHIN),
        RetentionReader.read(file),
        fallback,
        trained,
        note,
        emergency(file, languages),
        resources(file, languages),
        new TeamReader(languages, zone).read(file),
        situations.read(file),
        situations.routes(file),
        rules.answers(file),
        rules.groups(file),
        rules.embargoes(file),
        rules.sensitive(file),
        rules.personalAccounts(file),
        rules.protectedTopics(file),
        Set.of());
    file.close();
    return policy;
  }

  private static Contact publicContact(Section section, Languages languages) {
    section.require("url");
    return contact(section, languages);
  }

  private static Contact contact(Section section, Languages languages) {
    Contact contact = new Contact(
        languages.require(section, "label", Limits.TITLE),
        section
            .get("phone")
            .flatMap(phone -> phone.text(PHONE, "a phone number in quotes such as \"112\"")),
        section.get("url").flatMap(Forms::link));
    section.close();
    return contact;
  }

  private static List<Contact> emergency(Section file, Languages languages) {
    return file.list("emergency").stream()
        .flatMap(entry -> entry.section().stream())
        .map(section -> {
          if (!section.has("phone") && !section.has("url")) {
            section.wrong("can't be reached", "Add \"phone\", \"url\" or both.");
          }
          return contact(section, languages);
        })
        .toList();
  }

  private static Map<ResourceId, Resource> resources(Section file, Languages languages) {
    Map<ResourceId, Resource> resources = new LinkedHashMap<>();
    file.byId("resources", "resource").forEach((word, section) -> {
      ResourceId id = new ResourceId(word);
      URI url = section.require("url").flatMap(Forms::link).orElse(NOWHERE);
      LocalText label = languages.require(section, "label", Limits.TITLE);
      resources.put(
          id,
          new Resource(
              id, url, label, section.line("owner"), RuleReader.day(section, "review_by")));
      section.close();
    });
    return resources;
  }

  private PolicyReader() {}
}
