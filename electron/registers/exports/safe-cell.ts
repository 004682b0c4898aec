/**
 * Formula-safe cells (trust.md F4): a cell that a spreadsheet could take for a formula gets a leading apostrophe. The
 * OWASP set = + - @ TAB CR, their full-width twins, and the same behind blanks or a BOM. Phones and numbers stay text.
 */
const FORMULA = /^[\s\u00a0\u3000\ufeff]*[=+\-@\t\r＝＋－＠|%]/;

/** The text as it may stand in a CSV or XLSX cell. */
export const safeCell = (text: string): string =>
  FORMULA.test(text) || /^[\t\r\n]/.test(text) ? `'${text}` : text;
