import { PASS_CORRECTABLE, type VisitorPassLine } from '../../../shared/registers/visitor-passes';
import type { EntryPageProps } from '../../book/BookTab';
import { EntryLink } from '../../book/EntryLink';
import { EntryPage } from '../../book/EntryPage';
import { type Editor, LONG_TEXT } from '../../book/editors';
import { useCommand, useOp } from '../../queries';
import { VISITOR_PASSES } from './books';
import { Lose, Retire } from './dialogs';
import { passTone } from './tones';

const EDITORS: Record<string, Editor> = { passNo: { kind: 'text', max: 20 }, note: LONG_TEXT };
const DIALOGS = { lose: Lose, retire: Retire };

/** One visitor pass: who has it, and its story. */
export function PassEntry({ id, desk, action, onBack }: EntryPageProps) {
  const asked = useOp('visitorPasses.entry', { id }, { keep: true });
  const takeIn = useCommand('visitorPasses.takeIn');
  return (
    <EntryPage<VisitorPassLine>
      book={VISITOR_PASSES}
      desk={desk}
      asked={asked}
      action={action}
      onBack={onBack}
      name={(pass) => pass.passNo}
      tone={passTone}
      fields={(pass) => [
        { field: 'passNo' },
        { field: 'since' },
        {
          field: 'visitSerialNo',
          ifAny: true,
          own: pass.visitId ? (
            <EntryLink register="visits" entryId={pass.visitId}>
              {pass.visitSerialNo}
            </EntryLink>
          ) : undefined,
        },
        { field: 'holder', ifAny: true },
        { field: 'unitCode', ifAny: true },
        { field: 'reason', ifAny: true, wide: true },
        { field: 'note', ifAny: true, wide: true },
        { field: 'recordedAt' },
        { field: 'recorderName' },
      ]}
      dialogs={DIALOGS}
      acts={{
        takeIn: async ({ id: passId, version }) => (await takeIn.run({ id: passId, version }))?.ok ?? false,
      }}
      last={['retire']}
      correct={{ fields: () => PASS_CORRECTABLE, editors: EDITORS }}
      papers={{
        permit: 'visits.print',
        of: (pass) => (pass.state === 'retired' ? [] : [{ form: 'passLabel', entryId: pass.id }]),
      }}
      error={takeIn.error}
    />
  );
}
