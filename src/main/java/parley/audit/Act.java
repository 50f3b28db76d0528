package parley.audit;

import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * An action and its target.
 *
 * @param action such as {@code board.create}
 * @param targetType such as {@code board}, {@code topic}, {@code reply} or {@code member}
 * @param targetId the id of the target; 0 where there is none
 * @param details what was changed; never a secret or an address
 */
public record Act(String action, String targetType, long targetId, JsonObject details) {

  public static Act of(String action, String targetType, long targetId) {
    return new Act(action, targetType, targetId, new JsonObject());
  }

  /** The same, with one more detail; null is left out. */
  public Act with(String name, @Nullable Object value) {
    var more = details.copy();
    if (value != null) {
      more.put(name, value);
    }
    return new Act(action, targetType, targetId, more);
  }

  /** The same, done for a request that may be sent again; null for one that may not. */
  public Act under(@Nullable RepeatedAct request) {
    return request == null ? this : with(RepeatedAct.DETAIL, request.detail());
  }
}
