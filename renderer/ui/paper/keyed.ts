/**
 * Items that have no identity but what they say: a key from their words, and which of those alike it is, so two equal
 * lines of a list are both drawn.
 */
export function keyed<T>(items: readonly T[], say: (item: T) => string): { key: string; item: T }[] {
  const seen = new Map<string, number>();
  return items.map((item) => {
    const words = say(item);
    const before = seen.get(words) ?? 0;
    seen.set(words, before + 1);
    return { key: `${words} ${before}`, item };
  });
}
