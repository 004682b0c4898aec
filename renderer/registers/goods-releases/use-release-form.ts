import { useState } from 'react';
import type { OpError } from '../../../shared/result';
import { type Second, useSecond } from '../../book/dialogs/use-second';
import { type Papers, usePapers } from '../../book/use-papers';
import { useCommand } from '../../queries';
import { type Draft, useDraft } from '../../ui/drafts';
import type { SaveHow } from '../../ui/FormFrame';
import { nowIso } from '../../ui/fields/TimeField';
import { formOf, type ReleaseValues } from './release-form';

/** What became of a save: kept as a draft, handed in, or issued with its number. */
export interface Saved {
  state: 'draft' | 'pending' | 'issued';
  serialNo: string;
  at: string;
}

export interface ReleaseFormState extends Draft<ReleaseValues> {
  second: Second;
  papers: Papers;
  error: OpError | null;
  busy: boolean;
  saved: Saved | null;
  /** `print`: issue and print; `new`: issue when an approver proved the PIN, else hand in; `draft`: keep only. Answers whether all went well. */
  save: (how: SaveHow | 'draft') => Promise<boolean>;
}

/**
 * Saving of the form: application and issue one after the other. When the issue is refused (a wrong PIN), the application
 * stands already and the form holds on to it, so saving again changes that one and never writes a second.
 */
export function useReleaseForm(
  key: string,
  initial: ReleaseValues,
  replacesId: string | null,
): ReleaseFormState {
  const draft = useDraft(key, initial);
  const request = useCommand('releaseRequests.request');
  const reissue = useCommand('releaseRequests.reissue');
  const change = useCommand('releaseRequests.change');
  const issue = useCommand('goodsReleases.issue');
  const refused = request.error ?? reissue.error ?? change.error ?? issue.error;
  const second = useSecond(refused);
  const papers = usePapers();
  const [saved, setSaved] = useState<Saved | null>(null);
  const { values, set, clear } = draft;

  const save = async (how: SaveHow | 'draft'): Promise<boolean> => {
    const typed = second.typed.staffId !== null || second.typed.pin !== '';
    const issuing = how === 'print' || (how !== 'draft' && typed);
    const form = formOf(values);
    const submit = how !== 'draft';
    const kept = values.request
      ? await change.run({ ...values.request, form, submit })
      : replacesId
        ? await reissue.run({ form, submit, replacesId })
        : await request.run({ form, submit });
    if (!kept?.ok) return false;
    const { id, version } = kept.data;
    set({ request: { id, version } });
    let serialNo = '';
    if (issuing) {
      const slip = await issue.run({ requestId: id, version, second: second.person });
      if (!slip?.ok) return false;
      serialNo = slip.data.serialNo;
      if (how === 'print') await papers.print(['F26'], slip.data.id);
    }
    setSaved({ state: issuing ? 'issued' : submit ? 'pending' : 'draft', serialNo, at: nowIso() });
    clear(initial);
    second.forgetPin();
    return true;
  };
  return {
    ...draft,
    second,
    papers,
    error: second.error ?? papers.error,
    busy: request.busy || reissue.busy || change.busy || issue.busy,
    saved,
    save,
  };
}
