import { useCallback } from 'react';
import type { FormNumber } from '../../shared/print/forms';
import type { OpError } from '../../shared/result';
import { useWords } from '../i18n';
import { useCommand } from '../queries';
import { newJob } from '../ui/JobProgress';

export interface Papers {
  /** Sends the papers of one entry to the printer, one after another; stops at the first that is refused. */
  print: (forms: readonly FormNumber[], entryId: string) => Promise<void>;
  error: OpError | null;
}

/** Printing straight from a save: the system's own dialog follows, no preview in between. */
export function usePapers(): Papers {
  const { lang } = useWords();
  const { run, error } = useCommand('prints.run');
  const print = useCallback(
    async (forms: readonly FormNumber[], entryId: string) => {
      for (const form of forms) {
        const request = { form, entryId, lang };
        const result = await run({ request, to: 'printer', path: null, job: newJob('print') });
        if (!result?.ok) return;
      }
    },
    [run, lang],
  );
  return { print, error };
}
