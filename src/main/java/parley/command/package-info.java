/** The subcommands of the command line. */
@NullMarked
package parley.command;

import org.jspecify.annotations.NullMarked;
