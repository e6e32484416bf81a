package org.hopwarden.enforce;

/**
 * What an {@link AskBroker} has done so far.
 *
 * @param questions how many questions there were
 * @param packets about how many packets somebody was asked, or would have been
 * @param answered how many questions were answered
 * @param unanswered how many ended without an answer because their time was over
 * @param turnedAway how many packets were dropped because too many questions or packets waited
 * @param displaced how many packets that waited were dropped to make room for newer ones
 */
public record AskCounts(long questions, long packets, long answered, long unanswered, long turnedAway, long displaced) {
}
