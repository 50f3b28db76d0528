package parley.session;

import java.time.Instant;

/**
 * A place where a member is signed in.
 *
 * @param device browser and system as the client named itself
 * @param current whether it is the one that asks
 */
public record Session(
    String id, String device, Instant createdAt, Instant lastSeenAt, boolean current) {}
