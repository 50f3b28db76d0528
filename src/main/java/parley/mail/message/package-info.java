/** The texts of mails. */
@NullMarked
package parley.mail.message;

import org.jspecify.annotations.NullMarked;
