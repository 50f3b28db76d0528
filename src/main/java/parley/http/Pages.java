package parley.http;

import io.vertx.ext.web.Router;
import java.util.function.Consumer;
import parley.feature.Point;

/** Extension points for pages that are not operations of the contract. */
public final class Pages {

  /** Adds routes for pages that are not JSON, once for each event loop. */
  public static final Point<Consumer<Router>> POINT = new Point<>("pages");

  /** A regular expression for paths at which the client, and not the server, shows a page. */
  public static final Point<String> CLIENT = new Point<>("client pages");

  /** Pages of the client about things that may not exist. */
  public static final Point<ClientPage> CHECKED = new Point<>("checked client pages");

  private Pages() {}
}
