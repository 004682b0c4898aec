import { Button, Kbd } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { SignedPaperLine } from '../../../shared/registers/signed-papers.row';
import type { EntryPageProps } from '../../book/BookTab';
import { fieldLabel, formLabel, opLabel, ruleLabel, stateLabel } from '../../book/book';
import { ActionDialog } from '../../book/dialogs/ActionDialog';
import { useAct } from '../../book/dialogs/act';
import { useWords } from '../../i18n';
import { useOp } from '../../queries';
import { TextField } from '../../ui/fields/TextField';
import { ErrorLine } from '../../ui/refusal';
import { StateMark } from '../../ui/StateMark';
import { useOpen } from '../open';
import { paperTone, SIGNED_PAPERS } from './books';
import { SIGNED_PAPER_COLUMNS } from './columns';

type ActName = 'unfile' | 'giveUp';

/** One slip: where it is, and what can be done when it lies wrong or will not come back. Its story stands with its entry. */
export function PaperEntry({ id, desk, onBack }: EntryPageProps) {
  const words = useWords();
  const { t } = words;
  const open = useOpen();
  const asked = useOp('signedPapers.entry', { id });
  const [act, setAct] = useState<ActName | null>(null);
  const first = useRef<HTMLButtonElement>(null);
  const row = asked.data;
  const drawn = row !== undefined;
  useEffect(() => {
    if (drawn) first.current?.focus();
  }, [drawn]);
  const acts: ActName[] = [];
  if (row?.state === 'filed' && desk.may('signedPapers.unfile')) acts.push('unfile');
  if (row?.state === 'out' && desk.may('signedPapers.giveUp')) acts.push('giveUp');
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Esc goes back from anywhere on the page, as on every entry page.
    <div
      className="sheet signed-entry"
      onKeyDown={(event) => {
        if (event.key === 'Escape' && act === null) onBack();
      }}
    >
      <div className="row apart">
        <h2>
          <span className="number">{row?.entryNo ?? '…'}</span> {row ? t(formLabel(row.form)) : ''}
        </h2>
        {row ? <StateMark word={t(stateLabel(SIGNED_PAPERS, row.state))} tone={paperTone(row)} /> : null}
      </div>
      <ErrorLine error={asked.error?.error} />
      {row ? (
        <dl className="signed-facts">
          {SIGNED_PAPER_COLUMNS.filter(({ key }) => !['entryNo', 'form', 'state'].includes(key)).map(
            (column) => (
              <div key={column.key}>
                <dt className="quiet">{t(column.label)}</dt>
                <dd>{column.cell(row, words) || '/'}</dd>
              </div>
            ),
          )}
        </dl>
      ) : null}
      <div className="row">
        <Button
          ref={first}
          variant="default"
          disabled={!row}
          onClick={() => row && open({ register: row.register, entryId: row.entryId })}
        >
          {t('signed-papers:entry.open')}
        </Button>
        {acts.map((one) => (
          <Button key={one} variant="default" onClick={() => setAct(one)}>
            {t(opLabel(SIGNED_PAPERS, `signedPapers.${one}`))}
          </Button>
        ))}
        <Button variant="subtle" color="gray" onClick={onBack}>
          {t('signed-papers:entry.back')} <Kbd size="xs">Esc</Kbd>
        </Button>
      </div>
      {row && act ? <ReasonDialog act={act} row={row} onClose={() => setAct(null)} /> : null}
    </div>
  );
}

function ReasonDialog({ act, row, onClose }: { act: ActName; row: SignedPaperLine; onClose: () => void }) {
  const { t } = useWords();
  const op = `signedPapers.${act}` as const;
  const { command, draft, send } = useAct(op, row.id, { reason: '' }, { onClose, onDone: () => undefined });
  const { reason } = draft.values;
  const rule = ruleLabel(SIGNED_PAPERS, op);
  return (
    <ActionDialog
      title={t(opLabel(SIGNED_PAPERS, op))}
      about={row.entryNo}
      {...(rule ? { rule: t(rule) } : {})}
      onSave={() => void send({ id: row.id, version: row.version, reason })}
      onClose={onClose}
      error={command.error}
      busy={command.busy}
    >
      <TextField
        label={t(fieldLabel(SIGNED_PAPERS, 'reason'))}
        name="reason"
        required
        max={200}
        lines={2}
        value={reason}
        onChange={(next) => draft.set({ reason: next })}
      />
    </ActionDialog>
  );
}
