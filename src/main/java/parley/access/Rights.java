package parley.access;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** The rights of all boards and groups at one moment. They are few, so they are kept in memory. */
final class Rights {

  /** Every combination of groups that is in use has its answer made once; there are few. */
  private static final int COMBINATIONS = 1_000;

  private final Map<Long, BoardRights> boards;
  private final Map<String, Set<Long>> granted;
  private final Map<Membership, VisibleBoards> visible = new ConcurrentHashMap<>();

  /**
   * @param granted the groups that were given a permission, by its name
   */
  Rights(List<BoardRights> boards, Map<String, Set<Long>> granted) {
    this.boards =
        boards.stream().collect(toUnmodifiableMap(BoardRights::boardId, Function.identity()));
    this.granted = Map.copyOf(granted);
  }

  VisibleBoards of(Membership who) {
    var known = visible.get(who);
    if (known != null) {
      return known;
    }
    if (visible.size() >= COMBINATIONS) {
      visible.clear();
    }
    return visible.computeIfAbsent(who, this::make);
  }

  private VisibleBoards make(Membership who) {
    return new VisibleBoards(
        boards.values().stream()
            .map(rights -> Map.entry(rights.boardId(), rights.of(who)))
            .filter(board -> board.getValue().see())
            .collect(toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue)),
        boards.size());
  }

  boolean permits(Membership who, Permission permission) {
    return who.in(permission.group())
        || who.inAny(granted.getOrDefault(permission.name(), Set.of()));
  }

  /** The boards that somebody sees, and what they may do there. */
  record VisibleBoards(Map<Long, BoardPermissions> permissions, BoardScope scope) {

    private VisibleBoards(Map<Long, BoardPermissions> permissions, int boards) {
      this(
          permissions,
          permissions.size() == boards
              ? BoardScope.ALL
              : BoardScope.of(permissions.keySet().stream().sorted().toList()));
    }
  }
}
