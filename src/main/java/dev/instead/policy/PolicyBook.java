package dev.instead.policy;

/** The policy in force now. It may change between two calls: a use case asks once. */
@FunctionalInterface
public interface PolicyBook {
  Policy current();
}
