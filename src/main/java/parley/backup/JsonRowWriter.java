package parley.backup;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes a table as lines of JSON (UTF-8): an array of the column names, then one array for each
 * row. Numbers are as the server writes them, times are text in UTC, bytes are base64.
 */
final class JsonRowWriter implements RowSink, AutoCloseable {

  private static final JsonFactory JSON = new JsonFactory();

  private final Table table;
  private final JsonGenerator json;

  /** Closing it also closes the stream. */
  JsonRowWriter(Table table, OutputStream to) throws IOException {
    this.table = table;
    this.json = JSON.createGenerator(to).setPrettyPrinter(new MinimalPrettyPrinter("\n"));
    json.writeStartArray();
    for (var column : table.columns()) {
      json.writeString(column.name());
    }
    json.writeEndArray();
  }

  @Override
  public void add(Object[] row) throws IOException {
    json.writeStartArray();
    for (var i = 0; i < row.length; i++) {
      if (row[i] instanceof byte[] bytes) {
        json.writeBinary(bytes);
      } else if (row[i] == null) {
        json.writeNull();
      } else if (table.columns().get(i).kind() == Column.Kind.NUMBER) {
        json.writeNumber((String) row[i]);
      } else {
        json.writeString((String) row[i]);
      }
    }
    json.writeEndArray();
  }

  @Override
  public void close() throws IOException {
    json.writeRaw('\n');
    json.close();
  }
}
