import type { MessageId } from '@/lib/i18n/i18n';
import type { Text } from '@/lib/i18n/use-text';

/**
 * The words for what the server names, such as a permission or the kind of a mail. The server may have names that
 * this client has no words for: a text that does not exist is its own id, and then the name itself is shown.
 */
const known = (words: string, name: string): string => (words.startsWith('admin.') ? name : words);

export const permissionName = (name: string, text: Text): string =>
  known(text(`admin.permission.${name}` as MessageId), name);

export const mailKind = (name: string, text: Text): string =>
  known(text(`admin.mailKind.${name}` as MessageId), name);

export const actionName = (name: string, text: Text): string =>
  known(text(`admin.action.${name}` as MessageId), name);

export const targetName = (name: string, text: Text): string =>
  known(text(`admin.target.${name}` as MessageId), name);
