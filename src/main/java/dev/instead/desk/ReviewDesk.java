package dev.instead.desk;

import dev.instead.notice.Form;
import dev.instead.notice.Form.ChangeEntry.Said;
import dev.instead.notice.Legible;
import dev.instead.notice.Notice;
import dev.instead.people.Person;
import dev.instead.policy.EntryId;
import dev.instead.policy.EntryTexts;
import dev.instead.policy.LocalText;
import dev.instead.policy.Policy;
import dev.instead.policy.PolicyBook;
import dev.instead.policy.Proposal;
import dev.instead.policy.Resource;
import dev.instead.policy.ResourceId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What owners say of their texts and links: still right, to be changed, to be retired. Each becomes a proposal for the policy's owner;
 * nothing is published here. Only who has the role that owns a thing may, whatever a button says.
 */
public final class ReviewDesk {
  private static final int MONTHS = 6;
  private static final int LONGEST = 3000;

  private final PolicyBook policies;
  private final Readers readers;
  private final Owners owners;
  private final Reviews reviews;
  private final ProposalDesk proposals;
  private final Clock clock;

  public ReviewDesk(
      PolicyBook policies,
      Readers readers,
      Owners owners,
      Reviews reviews,
      ProposalDesk proposals,
      Clock clock) {
    this.policies = policies;
    this.readers = readers;
    this.owners = owners;
    this.reviews = reviews;
    this.proposals = proposals;
    this.clock = clock;
  }

  /** How many were shown, as a button says; the beginning when it says nothing sensible. */
  public static int from(String value) {
    return value.matches("[0-9]{1,6}") ? Integer.parseInt(value) : 0;
  }

  /** The rest of what is due, behind the first {@code from}. */
  public Notice more(Person owner, int from) {
    return readers
        .notInside(readers.of(owner))
        .or(() -> reviews.list(owner, from))
        .orElseGet(Notice.NotFound::new);
  }

  /** The form that asks until when it holds. */
  public Opening holdsForm(Person owner, Optional<EntryId> about) {
    return opened(
        owner,
        about,
        mine -> new Form.StillRight(
            mine.id(), mine.title(), mine.entry().reviewBy(), today().plusMonths(MONTHS)));
  }

  /** It was read again and holds until {@code day}, in the form of 2027-05-31. */
  public Notice holds(Person owner, Optional<EntryId> about, String day) {
    return allowed(owner, about, mine -> {
      Optional<LocalDate> until = ReviewDay.of(day, today());
      return until.isEmpty()
          ? new Notice.Unclear("unclear.day")
          : proposals.propose(owner, new Proposal.StillRight(mine.id(), until.get()));
    });
  }

  /** The form with the present texts, in each language. */
  public Opening changeForm(Person owner, Optional<EntryId> about) {
    return opened(
        owner,
        about,
        mine -> new Form.ChangeEntry(
            mine.id(),
            mine.title(),
            mine.said(),
            mine.resource().map(resource -> resource.url().toString()),
            mine.entry().inFileOnly()));
  }

  /**
   * Proposes what was written differently in the form.
   *
   * @param typed by {@link Said#field}; what is missing or blank stays
   * @param url where the resource is to lead; blank for what is no resource
   */
  public Notice change(
      Person owner, Optional<EntryId> about, Function<String, String> typed, String url) {
    return allowed(owner, about, mine -> {
      List<Proposal> changes = new ArrayList<>();
      for (Said said : mine.said()) {
        String text = typed.apply(said.field()).strip();
        if (!text.isEmpty() && !same(text, said.text())) {
          changes.add(new Proposal.ChangeText(mine.id(), said.part(), said.language(), text));
        }
      }
      mine.resource()
          .filter(
              resource -> !url.isBlank() && !same(url.strip(), resource.url().toString()))
          .ifPresent(resource -> changes.add(new Proposal.ChangeLink(resource.id(), url.strip())));
      return switch (changes.size()) {
        case 0 -> new Notice.NotProposed(Notice.NotProposed.Reason.ALREADY, "", List.of());
        case 1 -> proposals.propose(owner, changes.get(0));
        default -> proposals.propose(owner, new Proposal.Together(mine.id(), changes));
      };
    });
  }

  public Notice retire(Person owner, Optional<EntryId> about) {
    return allowed(owner, about, mine -> proposals.propose(owner, new Proposal.Retire(mine.id())));
  }

  /** Something of the policy, once it is sure that the person keeps it right. */
  private record Mine(Policy policy, EntryId id, EntryTexts entry) {
    Optional<Resource> resource() {
      return id instanceof ResourceId resource
          ? Optional.ofNullable(policy.resources().get(resource))
          : Optional.empty();
    }

    List<Said> said() {
      List<Said> said = new ArrayList<>();
      entry
          .texts()
          .forEach((part, text) -> policy
              .languages()
              .forEach(language -> Optional.ofNullable(text.byLanguage().get(language))
                  .ifPresent(words -> said.add(new Said(part, language, words)))));
      return said;
    }

    LocalText title() {
      return entry.texts().values().iterator().next();
    }
  }

  private Opening opened(Person owner, Optional<EntryId> about, Function<Mine, Form> form) {
    Policy policy = policies.current();
    return refusal(policy, owner, about)
        .<Opening>map(Opening.Say::new)
        .orElseGet(() -> new Opening.Show(form.apply(mine(policy, about))));
  }

  private Notice allowed(Person owner, Optional<EntryId> about, Function<Mine, Notice> act) {
    Policy policy = policies.current();
    return refusal(policy, owner, about).orElseGet(() -> act.apply(mine(policy, about)));
  }

  private static Mine mine(Policy policy, Optional<EntryId> about) {
    EntryId id = about.orElseThrow();
    return new Mine(policy, id, EntryTexts.of(policy, id).orElseThrow());
  }

  private Optional<Notice> refusal(Policy policy, Person person, Optional<EntryId> about) {
    Optional<Notice> outside = readers.notInside(readers.of(person));
    if (outside.isPresent()) {
      return outside;
    }
    Optional<EntryTexts> entry = about.flatMap(id -> EntryTexts.of(policy, id));
    if (entry.isEmpty()) {
      return Optional.of(new Notice.NotFound());
    }
    // What nobody owns by name is the policy owner's.
    String role = entry.get().owner();
    return switch (owners.owns(policy, role, person)) {
      case YES -> Optional.empty();
      case NO -> Optional.of(new Notice.NotYourText(role));
      case UNKNOWN -> Optional.of(new Notice.OneMoment());
    };
  }

  private LocalDate today() {
    Policy policy = policies.current();
    return LocalDate.ofInstant(clock.instant(), policy.zone());
  }

  /** A form gives back what it was filled with as its platform shows it: line breaks and invisible characters are no change. */
  private static boolean same(String one, String other) {
    return folded(one).equals(folded(other));
  }

  private static String folded(String text) {
    return Legible.plain(text, LONGEST).strip().replaceAll("\\s+", " ");
  }
}
