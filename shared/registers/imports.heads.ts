/** Kinds of import by name, for the lists that must not know the operations. */
export type ImportKindName = 'units' | 'people';

/** A heading without what differs from office to office: blanks, brackets with units of measure, stars, letter case. */
export const normalHead = (head: string): string =>
  head
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[(（[【].*?[)）\]】]/g, '')
    .replace(/[\s*＊:：_]/g, '')
    .replace(/(㎡|m2|m²)$/, '');
