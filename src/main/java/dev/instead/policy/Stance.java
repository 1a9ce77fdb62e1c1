package dev.instead.policy;

/** Who may speak for the company. */
public enum Stance {
  /** Staff never answer customers in public; the social team does. */
  STRICT,
  /** Named, trained people may answer. */
  TRAINED,
  /** Staff may answer with approved wording. */
  RELAXED
}
