package dev.instead.config;

import dev.instead.desk.Patches;
import dev.instead.policy.EntryId;
import dev.instead.policy.EntryTexts;
import dev.instead.policy.Patch;
import dev.instead.policy.Policy;
import dev.instead.policy.Proposal;
import dev.instead.policy.ResourceId;
import dev.instead.policy.RuleId;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Patches of the policy file on disk. Each result is read and checked like the file itself before anybody is shown it. */
public final class PolicyPatches implements Patches {
  private final Path path;
  private final Clock clock;

  public PolicyPatches(Path path, Clock clock) {
    this.path = path;
    this.clock = clock;
  }

  @Override
  public Outcome propose(Proposal proposal) {
    try {
      byte[] bytes = SmallFile.bytes(path);
      if (read(bytes) instanceof Reading.Valid valid) {
        return proposed(proposal, valid.policy(), new String(bytes, StandardCharsets.UTF_8));
      }
      return refused(
          "The policy file has mistakes at the moment. Mend it first: instead policy lint.");
    } catch (UnreadableException e) {
      return refused(sentence(e.problem()));
    }
  }

  @Override
  public boolean isApplied(Patch patch) {
    try {
      return Diffs.isApplied(
          patch.diff(), new String(SmallFile.bytes(path), StandardCharsets.UTF_8));
    } catch (UnreadableException e) {
      return false;
    }
  }

  private Outcome proposed(Proposal proposal, Policy policy, String text)
      throws UnreadableException {
    Optional<EntryId> about = about(proposal);
    if (about.isPresent() && EntryTexts.of(policy, about.get()).isEmpty()) {
      return proposal instanceof Proposal.Retire
          ? new Outcome.Already()
          : new Outcome.Gone(about.get());
    }
    if (Held.holds(policy, proposal)) {
      return new Outcome.Already();
    }
    if (proposal instanceof Proposal.Retire retire && retire.about() instanceof ResourceId id) {
      List<String> users = Users.of(policy, id);
      if (!users.isEmpty()) {
        return new Outcome.StillUsed(id, users);
      }
    }
    EntryId id = about.orElseGet(() -> NewAnswer.idFor(policy, (Proposal.NewEntry) proposal));
    try {
      return judged(proposal, policy, id, text, rewritten(proposal, policy, id, text));
    } catch (Rewrite.ImpossibleException e) {
      return refused(String.valueOf(e.getMessage()));
    }
  }

  private String rewritten(Proposal proposal, Policy policy, EntryId id, String text)
      throws UnreadableException, Rewrite.ImpossibleException {
    if (proposal instanceof Proposal.Together some) {
      String written = text;
      for (Proposal change : some.changes()) {
        written = rewritten(change, policy, id, written);
      }
      return written;
    }
    String mark = text.startsWith("\uFEFF") ? "\uFEFF" : "";
    Source source = Source.of(path.toString(), text.substring(mark.length()));
    String after = proposal instanceof Proposal.NewEntry entry
        ? new NewAnswer(source, policy, entry).written((RuleId) id)
        : new Rewrite(source).with(proposal);
    return mark + after;
  }

  private Outcome judged(
      Proposal proposal, Policy policy, EntryId id, String before, String after) {
    Reading reading = read(after.getBytes(StandardCharsets.UTF_8));
    if (reading instanceof Reading.Refused broken) {
      return new Outcome.Refused(
          broken.problems().stream().map(PolicyPatches::sentence).distinct().toList());
    }
    if (!Held.holds(((Reading.Valid) reading).policy(), proposal)) {
      return refused("It can't be written at its place in this file. Change the file by hand.");
    }
    String name = String.valueOf(path.getFileName());
    return new Outcome.Offered(
        new Patch(name, proposal.kind(), id, policy.version(), Diffs.between(name, before, after)));
  }

  private Reading read(byte[] bytes) {
    return PolicyReader.read(path.toString(), bytes, LocalDate.now(clock));
  }

  private static Optional<EntryId> about(Proposal proposal) {
    if (proposal instanceof Proposal.NewEntry) return Optional.empty();
    if (proposal instanceof Proposal.Example some) return Optional.of(some.about());
    if (proposal instanceof Proposal.StillRight some) return Optional.of(some.about());
    if (proposal instanceof Proposal.ChangeText some) return Optional.of(some.about());
    if (proposal instanceof Proposal.ChangeLink some) return Optional.of(some.about());
    if (proposal instanceof Proposal.Retire some) return Optional.of(some.about());
    if (proposal instanceof Proposal.Together some) return Optional.of(some.about());
    throw new AssertionError("No entry of " + proposal.getClass().getSimpleName());
  }

  /** Without file and line: they would be those of a file that nobody has. */
  private static String sentence(Problem problem) {
    return problem.what() + ". " + problem.remedy();
  }

  private static Outcome refused(String problem) {
    return new Outcome.Refused(List.of(problem));
  }
}
