package parley.account;

import io.vertx.core.Future;
import parley.access.AccessService;
import parley.member.Member;

/** Members as they are shown to themselves. */
final class CurrentUsers {

  private final AccessService access;
  private final AddressService addresses;

  CurrentUsers(AccessService access, AddressService addresses) {
    this.access = access;
    this.addresses = addresses;
  }

  Future<CurrentUser> of(Member member) {
    return access
        .permissionsOf(member)
        .compose(
            permissions ->
                addresses
                    .pending(member)
                    .map(pending -> CurrentUser.of(member, permissions, pending.orElse(null))));
  }
}
