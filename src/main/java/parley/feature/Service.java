package parley.feature;

import java.util.Optional;
import java.util.function.Supplier;
import parley.config.Config.Role;

/**
 * Something that runs in the background from the start of a process to its stop.
 *
 * @param role of the processes it runs in; empty for all
 * @param start starts it, and may block until it runs; what it gives is closed at the stop
 */
public record Service(Optional<Role> role, Supplier<? extends AutoCloseable> start) {

  public static final Point<Service> POINT = new Point<>("services");

  public static Service everywhere(Supplier<? extends AutoCloseable> start) {
    return new Service(Optional.empty(), start);
  }

  public static Service in(Role role, Supplier<? extends AutoCloseable> start) {
    return new Service(Optional.of(role), start);
  }
}
