package parley.backup;

import org.jspecify.annotations.Nullable;

/**
 * Why a backup, a restore or a rehearsal failed. The message is written for the host of the forum.
 */
public final class BackupException extends RuntimeException {

  /** The kind of failure; it decides the exit code. */
  public enum Reason {
    /** Another failure, not caused by the file or by the forum's state. */
    FAILED,
    /** The backup is truncated, altered, not from Parley, or from a newer Parley. */
    UNUSABLE,
    /** The forum is running, or data would be replaced without --replace. */
    REFUSED,
    /** The database's schema is newer than this program. */
    NEWER_SCHEMA
  }

  private static final long serialVersionUID = 1L;

  private final Reason reason;

  private BackupException(Reason reason, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  static BackupException failed(String message) {
    return failed(message, null);
  }

  static BackupException failed(String message, @Nullable Throwable cause) {
    return new BackupException(Reason.FAILED, message, cause);
  }

  static BackupException unusable(String message) {
    return unusable(message, null);
  }

  static BackupException unusable(String message, @Nullable Throwable cause) {
    return new BackupException(Reason.UNUSABLE, message, cause);
  }

  static BackupException refused(String message) {
    return new BackupException(Reason.REFUSED, message, null);
  }

  static BackupException newerSchema(String message) {
    return new BackupException(Reason.NEWER_SCHEMA, message, null);
  }

  public Reason reason() {
    return reason;
  }
}
