/** The embedded SMTP server, for machines without one. */
@NullMarked
package parley.mail.dev;

import org.jspecify.annotations.NullMarked;
