package parley.backup;

/** Why a backup, a restore or a rehearsal was not done; the message is for the person who hosts. */
public final class BackupException extends RuntimeException {

  /** What the person can do about it. */
  public enum Reason {
    /** Something else than the file or the forum's state is at fault. */
    FAILED,
    /** The backup is cut short, altered, not Parley's, or of a newer Parley. */
    UNUSABLE,
    /** The forum runs, or there is something that must not be replaced unasked. */
    REFUSED,
    /** The database's schema is newer than this program. */
    NEWER_SCHEMA
  }

  private static final long serialVersionUID = 1L;

  private final Reason reason;

  private BackupException(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  static BackupException failed(String message, Throwable cause) {
    return new BackupException(Reason.FAILED, message, cause);
  }

  static BackupException unusable(String message) {
    return unusable(message, null);
  }

  static BackupException unusable(String message, Throwable cause) {
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
