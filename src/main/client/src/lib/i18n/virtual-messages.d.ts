declare module 'virtual:messages/*' {
  /** By owner: a feature, or "shared". */
  const messages: Readonly<Record<string, Readonly<Record<string, string>>>>;
  export default messages;
}
