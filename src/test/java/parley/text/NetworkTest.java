package parley.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkTest {

  @ParameterizedTest
  @CsvSource({
    "192.0.2.1, 192.0.2.1",
    "::ffff:192.0.2.1, 192.0.2.1",
    "0:0:0:0:0:ffff:c000:201, 192.0.2.1",
    "2001:db8:1:2:3:4:5:6, 2001:db8:1:2::",
    "2001:DB8:1:2::, 2001:db8:1:2:ffff:ffff:ffff:ffff",
    "fe80::1%eth0, fe80::2",
    "unknown, unknown",
  })
  void theseAreOnePlace(String one, String other) {
    assertThat(Network.smallest(one)).isEqualTo(Network.smallest(other));
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.1, 192.0.2.2",
    "::ffff:192.0.2.1, ::ffff:192.0.2.2",
    "2001:db8:1:2::1, 2001:db8:1:3::1",
    "::1, 127.0.0.1",
  })
  void theseAreTwo(String one, String other) {
    assertThat(Network.smallest(one)).isNotEqualTo(Network.smallest(other));
  }

  @ParameterizedTest
  @CsvSource({
    "2001:db8:1:2::1, 2001:db8:1:3::1, true",
    "2001:db8:1:2::1, 2001:db8:2:2::1, false",
  })
  void theSubnetsOfASiteAreOneLargerNetwork(String one, String other, boolean same) {
    assertThat(Network.of(one).get(1).equals(Network.of(other).get(1))).isEqualTo(same);
    assertThat(Network.of(one)).extracting(Network::factor).containsExactly(1, 4);
  }

  @ParameterizedTest
  @CsvSource({"192.0.2.1", "unknown", "::ffff:192.0.2.1"})
  void whatIsNoIpv6AddressIsOneNetwork(String address) {
    assertThat(Network.of(address)).extracting(Network::factor).containsExactly(1);
  }
}
