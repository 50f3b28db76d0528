package parley.board;

import io.vertx.core.Future;
import java.util.Optional;
import java.util.Set;
import parley.access.Viewer;
import parley.feature.Feature;
import parley.feature.Parts;
import parley.http.ClientPage;
import parley.http.GuestPages;
import parley.http.Kept;
import parley.http.Operations;
import parley.http.PageHead;
import parley.http.Pages;
import parley.paging.Page;

/** The boards that topics are in. */
public final class BoardList implements Feature {

  /** The tag of the guests' pages that show what boards count. */
  public static final String COUNTS = "boards";

  private final BoardService service;

  public BoardList(BoardService service) {
    this.service = service;
  }

  @Override
  public void addTo(Parts parts) {
    parts
        .add(Operations.POINT, new BoardRoutes(service)::bind)
        .add(GuestPages.POINT, new Kept<>("listBoards", Page.class, page -> Set.of(COUNTS)))
        .add(Pages.CHECKED, ClientPage.of("/board/([^/]+)", this::head));
  }

  private Future<Optional<PageHead>> head(Viewer viewer, String slug) {
    return service
        .all(viewer)
        .map(
            boards ->
                boards.stream()
                    .filter(board -> board.slug().equals(slug))
                    .map(board -> new PageHead(board.title(), board.description()))
                    .findFirst());
  }
}
