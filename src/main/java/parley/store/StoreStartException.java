package parley.store;

/**
 * A store cannot be started, so Parley cannot start. The message is one line for the host: which
 * store, why, and where to look.
 */
public final class StoreStartException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public StoreStartException(String message) {
    super(message);
  }

  public StoreStartException(String message, Throwable cause) {
    super(message, cause);
  }
}
