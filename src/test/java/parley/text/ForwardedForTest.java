package parley.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForwardedForTest {

  private static final Set<String> PROXIES = Set.of("127.0.0.1", "10.0.0.1");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "192.0.2.1 | 192.0.2.1",
        "192.0.2.1:4711 | 192.0.2.1",
        "[2001:db8::1] | 2001:db8:0:0:0:0:0:1",
        "[2001:db8::1]:4711 | 2001:db8:0:0:0:0:0:1",
        "2001:db8::1 | 2001:db8:0:0:0:0:0:1",
        "\"[2001:db8::1]:4711\" | 2001:db8:0:0:0:0:0:1",
        "::ffff:192.0.2.1 | 192.0.2.1",
        "unknown | unknown",
        "_hidden:80 | _hidden",
        "[ | [",
      })
  void portsAndBracketsAreNoPartOfAnAddress(String entry, String address) {
    assertThat(client(entry)).isEqualTo(address);
  }

  @Test
  void anotherPortIsNotAnotherClient() {
    assertThat(client("9.9.9.9:1")).isEqualTo(client("9.9.9.9:2"));
  }

  @Test
  void aTrustedProxyWithAPortIsSkipped() {
    assertThat(client("9.9.9.9, 10.0.0.1:8080")).isEqualTo("9.9.9.9");
    assertThat(client("6.6.6.6, what, 10.0.0.1")).isEqualTo("what");
  }

  @Test
  void whatAStrangerSaysIsNotBelieved() {
    assertThat(ForwardedFor.client("8.8.8.8", List.of("9.9.9.9"), PROXIES)).isEqualTo("8.8.8.8");
  }

  private static String client(String header) {
    return ForwardedFor.client("127.0.0.1", List.of(header), PROXIES);
  }
}
