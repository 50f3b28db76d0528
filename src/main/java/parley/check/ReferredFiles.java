package parley.check;

import java.nio.file.Path;

/**
 * Files that rows refer to.
 *
 * @param name of what is compared, such as {@code pictures}
 * @param names selects the names of the files
 * @param folder where the files are
 */
public record ReferredFiles(String name, String names, Path folder) {}
