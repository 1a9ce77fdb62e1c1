package dev.instead.policy;

import java.time.LocalDate;
import java.util.Optional;

/** Approved wording, copied verbatim. */
public record Reply(ReplyId id, LocalText text, String owner, Optional<LocalDate> reviewBy) {
  public boolean servedOn(LocalDate day) {
    return reviewBy.map(last -> !day.isAfter(last)).orElse(true);
  }
}
