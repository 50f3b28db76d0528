package parley.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpAddressTest {

  @ParameterizedTest
  @CsvSource({
    "::1, 0:0:0:0:0:0:0:1",
    "2001:DB8::00A, 2001:db8:0:0:0:0:0:a",
    "::ffff:192.0.2.1, 192.0.2.1",
    "fe80::1%eth0, fe80::1",
  })
  void spellingsOfOneAddressAreOne(String one, String other) {
    assertThat(IpAddress.canonical(one)).isEqualTo(IpAddress.canonical(other));
  }

  /** As trusted proxies are written in the configuration, and as they connect. */
  @Test
  void aConfiguredAddressIsTheOneThatAPeerHas() throws Exception {
    assertThat(IpAddress.canonical("::1"))
        .isEqualTo(IpAddress.canonical(InetAddress.getByName("::1").getHostAddress()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "localhost", "1.2.3", "192.0.2.1:80", "::1::"})
  void whatIsNoAddressStaysAsItIs(String text) {
    assertThat(IpAddress.parse(text)).isEmpty();
    assertThat(IpAddress.canonical(text)).isEqualTo(text);
  }
}
