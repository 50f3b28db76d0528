package parley.backup;

import java.io.IOException;
import java.sql.SQLException;

/** Receives the rows of a table, one after the other. */
interface RowSink {

  /** Receives the values in the order of the table's columns: text, bytes or null. */
  void add(Object[] row) throws IOException, SQLException;
}
