package parley.audit;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parley.member.Author;

/**
 * An entry of the log.
 *
 * @param actor null for the command line and for automatic actions
 * @param targetId null if the action had no target
 * @param network null if it is not known
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
