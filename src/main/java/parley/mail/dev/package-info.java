/** The SMTP server that Parley brings along for machines that have none. */
package parley.mail.dev;
