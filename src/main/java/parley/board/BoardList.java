package parley.board;

import java.util.Set;
import parley.feature.Feature;
import parley.feature.Parts;
import parley.http.GuestPages;
import parley.http.Kept;
import parley.http.Operations;
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
        .add(Pages.CLIENT, "/board/[^/]+");
  }
}
