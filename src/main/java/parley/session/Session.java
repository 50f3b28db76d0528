package parley.session;

import java.time.Instant;

/**
 * A session of a member.
 *
 * @param device browser and system according to the User-Agent
 * @param current whether it is the session of this request
 */
public record Session(
    String id, String device, Instant createdAt, Instant lastSeenAt, boolean current) {}
