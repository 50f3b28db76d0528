/** The outbox, the mail sender and the settings of mails. */
@NullMarked
package parley.mail;

import org.jspecify.annotations.NullMarked;
