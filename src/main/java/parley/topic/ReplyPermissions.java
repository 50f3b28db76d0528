package parley.topic;

/** What the viewer may do with a reply. */
public record ReplyPermissions(boolean edit, boolean delete) {

  /** The permissions of a viewer who may only read. */
  static final ReplyPermissions NONE = new ReplyPermissions(false, false);
}
