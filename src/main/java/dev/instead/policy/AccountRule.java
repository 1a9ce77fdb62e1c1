package dev.instead.policy;

/** What holds on one kind of account, in the place of the entry's own verdict and advice. */
public record AccountRule(Verdict verdict, Advice advice) {}
