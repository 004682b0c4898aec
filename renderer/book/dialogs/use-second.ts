import { useEffect, useMemo, useRef, useState } from 'react';
import type { FieldProblem, OpError } from '../../../shared/result';
import type { SecondPerson } from '../../../shared/text';
import { NO_SECOND, type SecondTyped } from '../../ui/PinConfirm';

export interface Second {
  typed: SecondTyped;
  set: (typed: SecondTyped) => void;
  /** As typed, complete or not: the door names what is missing, together with every other field. */
  person: SecondPerson;
  /** The door's answer with what was still empty said plainly: 请填写. */
  error: OpError | null;
  /** The next entry of a run: the same colleague, but the PIN proves one act only. */
  forgetPin: () => void;
}

/**
 * State of a second person in a form. Lives only as long as the form: a PIN is never part of a draft, and after a refusal
 * it is typed anew. `error` is the last answer of the form's command.
 */
export function useSecond(error: OpError | null): Second {
  const [typed, set] = useState<SecondTyped>(NO_SECOND);
  const latest = useRef(typed);
  latest.current = typed;
  useEffect(() => {
    if (error?.kind === 'refused') set((before) => ({ ...before, pin: '' }));
  }, [error]);
  // As of the moment of the answer: typing on must not put the form's problems there anew.
  const explained = useMemo(() => plainly(error, latest.current), [error]);
  return {
    typed,
    set,
    person: personOf(typed),
    error: explained,
    forgetPin: () => set((before) => ({ ...before, pin: '' })),
  };
}

function plainly(error: OpError | null, typed: SecondTyped): OpError | null {
  if (error?.kind !== 'invalid') return error;
  const empty: FieldProblem = { code: 'text.empty' };
  const fields = { ...error.fields };
  if (fields['second.staffId'] && !typed.staffId) fields['second.staffId'] = empty;
  if (fields['second.pin'] && !typed.pin) fields['second.pin'] = empty;
  return { kind: 'invalid', fields };
}

function personOf(typed: SecondTyped): SecondPerson {
  if (typed.how === 'pin') return { how: 'pin', staffId: typed.staffId ?? '', pin: typed.pin };
  return typed.how === 'witness' ? { how: 'witness', name: typed.name } : { how: 'pending' };
}
