import core from '../../shared/i18n/en/core.json';
import shell from '../../shared/i18n/en/shell.json';
import { PAPER_NAMESPACES, wordingOf } from '../../shared/print/words';
import { InvalidField, type OpError, Refusal } from '../../shared/result';
import type { OpenRefused } from '../db/open';

/** Why an operation said no, as data for machines and as a sentence for people. */
export class Refused extends Error {
  readonly code: string;
  constructor(error: OpError) {
    super(sentenceOf(error));
    this.code =
      error.kind === 'refused'
        ? `refused.${error.reason}`
        : error.kind === 'invalid'
          ? `invalid.${Object.keys(error.fields).join(',')}`
          : 'broken';
  }

  /** A handler's own exception as the door would have answered it; anything else stays what it is. */
  static from(error: unknown): unknown {
    if (error instanceof Refusal)
      return new Refused({ kind: 'refused', reason: error.reason, params: error.params });
    if (error instanceof InvalidField)
      return new Refused({ kind: 'invalid', fields: { [error.field]: error.problem } });
    return error;
  }
}

/** Why a file was not opened, in the app's own words. */
export const whyNotOpened = (error: OpenRefused): string => shell.open[error.code];

function sentenceOf(error: OpError): string {
  if (error.kind === 'broken') return `Something is broken in ${error.ref}; see above.`;
  if (error.kind === 'refused') {
    const text = wordAt(core.refused, error.reason);
    return text
      ? fill(text, error.params ?? {})
      : (roomSentence(error.reason, error.params) ?? `Refused: ${error.reason}`);
  }
  return Object.entries(error.fields)
    .map(([field, { code, params }]) => {
      const text = wordAt(core.invalid, code);
      return `${field}: ${text ? fill(text, params ?? {}) : code}`;
    })
    .join(' ');
}

/** A register's own sentence stands in its room's locale file. */
function roomSentence(reason: string, params: Record<string, string | number> = {}): string | null {
  const { t } = wordingOf('en');
  const keys = PAPER_NAMESPACES.map((namespace) => `${namespace}:refused.${reason}`);
  const found = keys.find((key) => t(key) !== key);
  return found ? t(found, params) : null;
}

function wordAt(words: unknown, path: string): string | null {
  let at: unknown = words;
  for (const step of path.split('.'))
    at =
      typeof at === 'object' && at !== null && Object.hasOwn(at, step)
        ? (at as Record<string, unknown>)[step]
        : null;
  return typeof at === 'string' ? at : null;
}

const fill = (text: string, params: Record<string, string | number>): string =>
  text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(params[name] ?? ''));
