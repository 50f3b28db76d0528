package parley.paging;

import java.util.List;

/** A part of a list, and how much there is in all. */
public record Page<T>(List<T> items, long page, int pageSize, long total) {

  public static <T> Page<T> of(List<T> items, PageRequest request, long total) {
    return new Page<>(items, request.page(), request.size(), total);
  }

  /** A list that is short by its nature, whole. */
  public static <T> Page<T> whole(List<T> items) {
    return new Page<>(items, 1, Math.max(1, items.size()), items.size());
  }
}
