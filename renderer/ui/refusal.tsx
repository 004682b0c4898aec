import { useCallback } from 'react';
import type { Wording } from '../../shared/columns';
import type { FieldProblem, OpError } from '../../shared/result';
import { hasWords, NAMESPACES, useWords } from '../i18n';

/** Errors as sentences: what happened, what was kept, what to do (look.md). */

/** Shared reasons stand in core, those of a register in its room's file: `<ns>:refused.<register>.<reason>`. */
const keyOf = (reason: string): string | undefined =>
  ['core', ...NAMESPACES].map((ns) => `${ns}:refused.${reason}`).find(hasWords);

/** The sentence of one field's problem. */
export function problemSentence(problem: FieldProblem, { t }: Wording): string {
  const key = `core:invalid.${problem.code}`;
  return t(hasWords(key) ? key : 'core:invalid.other', problem.params);
}

/** The sentence of an error of the door. For `invalid` it points at the marked fields, which carry their own sentences. */
export function errorSentence(error: OpError, words: Wording): string {
  if (error.kind === 'broken') return words.t('core:refused.broken', { ref: error.ref });
  if (error.kind === 'invalid') {
    const [problem] = Object.values(error.fields);
    const count = Object.keys(error.fields).length;
    const first = problem ? problemSentence(problem, words) : '';
    return count === 1
      ? words.t('core:refused.invalidOne', { first })
      : words.t('core:refused.invalidMany', { count });
  }
  const key = keyOf(error.reason);
  return key ? words.t(key, error.params) : words.t('core:refused.other', { reason: error.reason });
}

/** Turns errors into sentences of the current language. */
export function useRefusal(): (error: OpError) => string {
  const words = useWords();
  return useCallback((error: OpError) => errorSentence(error, words), [words]);
}

interface ErrorLineProps {
  /** What the door answered; nothing is drawn for null. */
  error: OpError | null | undefined;
}

/** The one place of a form or page where a refusal is said, read aloud at once by screen readers. */
export function ErrorLine({ error }: ErrorLineProps) {
  const sentence = useRefusal();
  return (
    <div role="alert" className="error-line-place">
      {error ? (
        <p className="error-line">
          <span aria-hidden="true">▲</span> {sentence(error)}
        </p>
      ) : null}
    </div>
  );
}
