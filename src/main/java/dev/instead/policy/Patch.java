package dev.instead.policy;

/**
 * A proposed edit of the policy file.
 *
 * @param file the file's name without its folder
 * @param kind of the proposal: {@link Proposal#kind}
 * @param about the entry; for a new one, the id that it gets
 * @param policyVersion of the file that it was made from
 * @param diff a unified diff with paths {@code a/FILE} and {@code b/FILE}, lines ending in {@code \n}: what {@code git apply} and
 *     {@code patch -p1} take
 */
public record Patch(String file, String kind, EntryId about, String policyVersion, String diff) {}
