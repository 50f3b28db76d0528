package parley.profile;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** A member's own profile. */
record OwnProfile(@JsonUnwrapped PublicProfile profile, String email, boolean emailVerified) {}
