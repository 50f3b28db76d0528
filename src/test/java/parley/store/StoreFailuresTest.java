package parley.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.mysqlclient.MySQLBatchException;
import io.vertx.mysqlclient.MySQLException;
import io.vertx.redis.client.impl.types.ErrorType;
import java.io.FileNotFoundException;
import java.net.ConnectException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.failure.ForumException;

class StoreFailuresTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1021|Disk full (topic); waiting for someone to free some space... (errno: 28)",
        "1114|The table 'topic' is full",
        "3|Error writing file '/data/tmp/MY7x1' (Errcode: 28 \"No space left on device\")",
        "1|Can't create/write to file '/data/#sql_1.MAI' (Errcode: 28 \"No space left on device\")",
        "1|Can't create/write to file '/data/#sql_1.MAI' (Errcode: 30 \"Read-only file system\")",
        "1026|Error writing file './binlog' (errno: 28)",
        "1030|Got error 28 \"No space left on device\" from storage engine InnoDB",
        "1030|Got error 122 from storage engine",
        "1290|The MariaDB server is running with the --read-only option",
        "1836|Running in read-only mode",
        "1040|Too many connections",
        "1047|WSREP has not yet prepared node for application use",
        "1205|Lock wait timeout exceeded",
        "1927|Connection was killed",
        "1969|Query execution was interrupted (max_statement_time exceeded)"
      })
  void aServerThatCannotServeNowIsNoDefect(int code, String message) {
    assertThat(StoreFailures.isUnavailable(new MySQLException(message, code, "HY000"))).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1064|You have an error in your SQL syntax near '28'",
        "1062|Duplicate entry '28' for key 'PRIMARY'",
        "1146|Table 'parley.nonsense' doesn't exist",
        "1030|Got error 168 \"Unknown error\" from storage engine"
      })
  void aDefectIsOne(int code, String message) {
    assertThat(StoreFailures.isUnavailable(new MySQLException(message, code, "42000"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "LOADING Redis is loading the dataset in memory",
        "OOM command not allowed when used memory > 'maxmemory'.",
        "READONLY You can't write against a read only replica.",
        "MISCONF Redis is configured to save RDB snapshots, but it's currently unable to persist",
        "MISCONF Errors writing to the AOF file: No space left on device",
        "ERR [0] MISCONF Errors writing to the AOF file: No space left on device\nERR [1] MISCONF x",
        "BUSY Redis is busy running a script.",
        "MASTERDOWN Link with MASTER is down",
        "ERR max number of clients reached"
      })
  void aRedisThatCannotServeNowIsNoDefect(String answer) {
    assertThat(StoreFailures.isUnavailable(ErrorType.create(answer))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ERR wrong number of arguments for 'get' command",
        "WRONGTYPE Operation against a key holding the wrong kind of value",
        "NOSCRIPT No matching script.",
        "ERR [0] WRONGTYPE Operation against a key holding the wrong kind of value"
      })
  void aCommandThatIsWrongIsADefect(String answer) {
    assertThat(StoreFailures.isUnavailable(ErrorType.create(answer))).isFalse();
  }

  @Test
  void aBatchFailsAsItsStatementsDo() {
    var full = new MySQLBatchException();
    full.reportError(1, new MySQLException("The table 'reply' is full", 1114, "HY000"));
    assertThat(StoreFailures.isUnavailable(full)).isTrue();
    var wrong = new MySQLBatchException();
    wrong.reportError(0, new MySQLException("Duplicate entry", 1062, "23000"));
    assertThat(StoreFailures.isUnavailable(wrong)).isFalse();
  }

  @Test
  void whatNeverReachedTheStoreIsNoDefect() {
    assertThat(StoreFailures.isUnavailable(new ConnectException("refused"))).isTrue();
    assertThat(StoreFailures.isUnavailable(new TimeoutException())).isTrue();
    assertThat(StoreFailures.isUnavailable(new IllegalStateException("Pool closed"))).isTrue();
    assertThat(StoreFailures.isUnavailable(ForumException.unavailable("database", null))).isTrue();
    assertThat(StoreFailures.isUnavailable(ForumException.busy())).isFalse();
    assertThat(StoreFailures.isUnavailable(new FileNotFoundException("pictures/1"))).isFalse();
  }
}
