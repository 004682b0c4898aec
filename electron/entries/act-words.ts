import { PAPER_NAMESPACES, wordingOf } from '../../shared/print/words';

/** i18n keys of an act and of its book, with their namespaces, as paper knows them. */
export interface ActWords {
  book: string;
  label: string;
}

const words = wordingOf('zh-CN');
/** The first key that has words: `key-desk:op.keyLoans.issue`. */
function firstOf(keyIn: (ns: string) => string): string | null {
  const keys = PAPER_NAMESPACES.map(keyIn);
  return keys.find((key) => words.t(key) !== key) ?? null;
}

/** Words of an operation; null for acts every book shares (corrections, voids), which have none of their own. */
export function wordsOfAct(op: string): ActWords | null {
  const [register = ''] = op.split('.');
  const label = firstOf((ns) => `${ns}:op.${op}`);
  const book = firstOf((ns) => `${ns}:today.${register}`) ?? firstOf((ns) => `${ns}:book.${register}`);
  return label && book ? { book, label } : null;
}
