/** The id of a topic that somebody typed or pasted: its number, or its address. */
export function topicIdIn(text: string): number | undefined {
  const [, id] = /^(?:#|.*\/topic\/)?([1-9]\d{0,14})(?:[/?#].*)?$/.exec(text.trim()) ?? [];
  return id === undefined ? undefined : Number(id);
}
