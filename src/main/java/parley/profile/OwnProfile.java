package parley.profile;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** A member's profile as they themselves see it. */
record OwnProfile(@JsonUnwrapped PublicProfile profile, String email, boolean emailVerified) {}
