/** Accounts: registration, sign-in, recovery and the settings of members. */
@NullMarked
package parley.account;

import org.jspecify.annotations.NullMarked;
