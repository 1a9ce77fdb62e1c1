package dev.instead;

import dev.instead.config.PolicyFile;
import dev.instead.config.Problem;
import dev.instead.desk.Places;
import dev.instead.desk.StoreException;
import dev.instead.notice.Wanted;
import dev.instead.outbox.Alert;
import dev.instead.outbox.Queue;
import dev.instead.policy.Policy;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes a changed policy file into force, or tells the policy's owner why it can't be. */
final class PolicyWatch {
  private static final Logger LOG = LoggerFactory.getLogger(PolicyWatch.class);

  private final PolicyFile file;
  private final Queue queue;
  private final Places places;
  private final Consumer<Policy> swapped;
  private final Clock clock;
  private volatile boolean broken;
  private volatile Instant since;

  /** @param swapped is told of each new policy, before anybody is told anything from it */
  PolicyWatch(PolicyFile file, Queue queue, Places places, Consumer<Policy> swapped, Clock clock) {
    this.file = file;
    this.queue = queue;
    this.places = places;
    this.swapped = swapped;
    this.clock = clock;
    this.since = clock.instant();
  }

  /** Looks once; for a timer. */
  void look() {
    if (!file.isAtRest()) {
      return;
    }
    PolicyFile.Change change = file.refresh();
    if (change instanceof PolicyFile.Change.Swapped now) {
      LOG.info("Policy {} is in force", now.policy().version());
      since = clock.instant();
      swapped.accept(now.policy());
      if (broken) {
        broken = false;
        tellOwner(now.policy(), List.of());
      }
    } else if (change instanceof PolicyFile.Change.Refused refused) {
      broken = true;
      List<String> problems = refused.problems().stream().map(Problem::toString).toList();
      LOG.warn(
          "The policy file has {} problems; policy {} stays in force. Its owner is told. First: {}",
          problems.size(),
          file.current().version(),
          problems.get(0));
      tellOwner(file.current(), problems);
    }
  }

  /** Since when the policy in force is in force. */
  Instant since() {
    return since;
  }

  /** Whether the file holds one that can't be taken. */
  boolean isBroken() {
    return broken;
  }

  private void tellOwner(Policy inForce, List<String> problems) {
    String moment = clock.instant().toString();
    List<Wanted> news = places.people(inForce.owner()).stream()
        .map(owner -> problems.isEmpty()
            ? Alert.policyMended(owner, moment, inForce.version())
            : Alert.policyBroken(owner, moment, problems, inForce.version()))
        .toList();
    try {
      queue.want(news, clock.instant());
    } catch (StoreException e) {
      LOG.error("The policy's owner could not be told: {}", e.getMessage());
    }
  }
}
