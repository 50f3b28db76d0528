package parley.audit;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parley.member.Author;

/**
 * An entry of the log.
 *
 * @param actor null for the command line and for what the forum did by itself
 * @param targetId null where the act had no target
 * @param network null where it is not known
 */
public record AuditEntry(
    long id,
    Instant at,
    @Nullable Author actor,
    String action,
    String targetType,
    @Nullable Long targetId,
    @Nullable String network,
    @Nullable String reason,
    Map<String, Object> details) {}
