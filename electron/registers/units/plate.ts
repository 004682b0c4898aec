/** A plate as it is kept: capitals, no blanks, dots or dashes. */
export const plateOf = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s·•.・-]/g, '');
