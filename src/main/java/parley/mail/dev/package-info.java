/** The embedded SMTP server, for machines without one. */
package parley.mail.dev;
