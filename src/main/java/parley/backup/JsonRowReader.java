package parley.backup;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.ArrayList;

/** Reads the output of {@link JsonRowWriter}. */
final class JsonRowReader {

  private static final JsonFactory JSON = new JsonFactory();

  private JsonRowReader() {}

  /**
   * Passes every row to the sink and returns their number.
   *
   * @throws BackupException if the format is wrong, or the columns are different
   */
  static long read(InputStream from, Table table, RowSink sink) throws IOException, SQLException {
    try (var json = JSON.createParser(from)) {
      json.nextToken();
      readHeader(json, table);
      var count = 0L;
      while (json.nextToken() != null) {
        sink.add(row(json, table));
        count++;
      }
      return count;
    } catch (JsonProcessingException e) {
      throw BackupException.unusable(
          "The backup's table " + table.name() + " cannot be read: " + e.getOriginalMessage(), e);
    }
  }

  private static void readHeader(JsonParser json, Table table) throws IOException {
    require(json.currentToken() == JsonToken.START_ARRAY, table, json);
    var names = new ArrayList<String>();
    while (json.nextToken() == JsonToken.VALUE_STRING) {
      names.add(json.getText());
    }
    require(names.equals(table.columns().stream().map(Column::name).toList()), table, json);
  }

  private static Object[] row(JsonParser json, Table table) throws IOException {
    require(json.currentToken() == JsonToken.START_ARRAY, table, json);
    var values = new Object[table.columns().size()];
    for (var i = 0; i < values.length; i++) {
      var token = json.nextToken();
      require(token != null && token.isScalarValue(), table, json);
      if (token != JsonToken.VALUE_NULL) {
        values[i] =
            table.columns().get(i).kind() == Column.Kind.BINARY
                ? json.getBinaryValue()
                : json.getText();
      }
    }
    require(json.nextToken() == JsonToken.END_ARRAY, table, json);
    return values;
  }

  private static void require(boolean holds, Table table, JsonParser json) {
    if (!holds) {
      throw BackupException.unusable(
          "The backup's table %s has different columns than this Parley, in line %d."
              .formatted(table.name(), json.currentLocation().getLineNr()));
    }
  }
}
