package dev.instead.desk;

import dev.instead.notice.Notice;

/** What a use case decides on a case as it stands: to store something, or only to say something. */
sealed interface Decision {
  record Store(Change change) implements Decision {}

  record Say(Notice notice) implements Decision {}
}
