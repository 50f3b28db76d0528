package parley.paging;

import java.util.List;
import java.util.function.Function;

/** A page of a list, with the total number of items. */
public record Page<T>(List<T> items, long page, int pageSize, long total) {

  public static <T> Page<T> of(List<T> items, PageRequest request, long total) {
    return new Page<>(items, request.page(), request.size(), total);
  }

  /** A complete list, for lists that are always short. */
  public static <T> Page<T> whole(List<T> items) {
    return new Page<>(items, 1, Math.max(1, items.size()), items.size());
  }

  public <R> Page<R> map(Function<T, R> change) {
    return new Page<>(items.stream().map(change).toList(), page, pageSize, total);
  }
}
