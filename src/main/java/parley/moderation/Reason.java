package parley.moderation;

import org.jspecify.annotations.Nullable;
import parley.audit.AuditService;
import parley.text.Text;

/** Why something is done. */
record Reason(@Nullable String reason) {

  /** Null for none. */
  static @Nullable String checked(@Nullable String reason) {
    var text = new Text();
    var checked = text.line("reason", reason, 0, AuditService.REASON_MAX);
    text.check();
    return checked == null || checked.isEmpty() ? null : checked;
  }
}
