import type { Input } from '../../../shared/api';
import type { KeyCheckKeyLine } from '../../../shared/registers/key-checks.row';

/** What a scan or a typed number of the counting sheet says. */

type Count = Omit<Input<'keyChecks.count'>, 'id'>;

/**
 * A scanned tag: the key hangs here and its label is right; a bag's seal was looked at. What was explained before stays
 * with it, so a second scan takes nothing away.
 */
export const countOf = (line: KeyCheckKeyLine): Count => ({
  keyId: line.keyId,
  counted: line.expected === 'elsewhere' ? 'extra' : line.expected === 'damaged' ? 'damaged' : 'found',
  labelRight: true,
  sealIntact: line.expected === 'sealed' ? true : null,
  explanation: line.explanation,
  measure: line.measure,
});

/** The line of a key number as somebody types it: letters large or small, blanks around it. */
export const keyTyped = (keys: readonly KeyCheckKeyLine[], typed: string): KeyCheckKeyLine | null => {
  const wanted = typed.trim().toUpperCase();
  return wanted === '' ? null : (keys.find((key) => key.keyNo.toUpperCase() === wanted) ?? null);
};
