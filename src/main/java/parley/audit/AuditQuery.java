package parley.audit;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Which entries of the log are wanted; what is empty does not count.
 *
 * @param action the name of an action, or what is before its dot, such as {@code board}
 */
record AuditQuery(
    OptionalLong actor,
    Optional<String> action,
    Optional<String> targetType,
    OptionalLong target,
    Optional<Instant> from,
    Optional<Instant> to) {}
