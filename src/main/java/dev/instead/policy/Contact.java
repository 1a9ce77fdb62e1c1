package dev.instead.policy;

import java.net.URI;
import java.util.Optional;

/** Somebody to turn to: an emergency line, the company's public contact. */
public record Contact(LocalText label, Optional<String> phone, Optional<URI> url) {}
