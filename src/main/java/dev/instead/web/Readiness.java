package dev.instead.web;

import java.util.Optional;

/** Whether requests can be served now. Asked often, so it must answer from memory or within milliseconds. */
@FunctionalInterface
public interface Readiness {
  /** What is missing, in plain words for operators and without secrets; empty when all is well. */
  Optional<String> whyNotReady();
}
