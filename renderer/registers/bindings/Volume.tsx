import { Button } from '@mantine/core';
import { useState } from 'react';
import { dayTimeOf } from '../../../shared/dates';
import type { PrintRequest } from '../../../shared/registers/prints';
import { useWords } from '../../i18n';
import { useCommand, useOp } from '../../queries';
import { usePermit } from '../../ui/actor';
import { FormFrame } from '../../ui/FormFrame';
import { TextField } from '../../ui/fields/TextField';
import { PrintPreview } from '../../ui/PrintPreview';
import { ErrorLine } from '../../ui/refusal';
import { When } from '../../ui/When';

/** A bound month: its facts, cover and index to print, and what was added to its lines since. */
export function Volume({ id, onBack }: { id: string; onBack: () => void }) {
  const { t } = useWords();
  const volume = useOp('monthBindings.entry', { id });
  const adds = usePermit('bindings.supplement');
  const [paper, setPaper] = useState<PrintRequest | null>(null);
  const seen = volume.data;
  if (!seen) return <ErrorLine error={volume.error?.error ?? null} />;
  const [first, last] = [seen.pages[0], seen.pages.at(-1)];
  const facts: readonly (readonly [string, string])[] = [
    ['bindings:bind.lines', String(seen.lines)],
    [
      'bindings:bind.pages',
      t('bindings:bind.pageSpan', { from: first?.no ?? 0, to: last?.no ?? 0, n: seen.pages.length }),
    ],
    ['bindings:bind.voids', String(seen.voids)],
    ['bindings:bind.corrections', String(seen.corrections)],
    ['bindings:seen.people', [seen.handlerName, seen.checkerName, seen.supervisorName].join(' / ')],
    ['bindings:seen.boundAt', dayTimeOf(seen.boundAt)],
    ['bindings:seen.previous', seen.previousNo ?? t('bindings:seen.none')],
    ['bindings:seen.root', `#${seen.rootSeq} · ${seen.rootHash.slice(0, 32)}…`],
  ];
  const book = t(`print:title.${seen.form}`);
  return (
    <section className="sheet bindings-shelf">
      <div className="row apart">
        <h1>{t('bindings:seen.title', { book, month: seen.month, no: seen.serialNo })}</h1>
        <div className="row">
          <Button variant="subtle" color="gray" onClick={onBack}>
            {t('core:action.back')}
          </Button>
          <Button onClick={() => setPaper({ form: 'monthBinding', entryId: id })}>
            {t('bindings:act.print')}
          </Button>
        </div>
      </div>
      <dl className="bindings-facts">
        {facts.map(([label, value]) => (
          <div key={label} className="bindings-fact">
            <dt>{t(label)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <h2>{t('bindings:seen.supplements')}</h2>
      {seen.supplements.length === 0 ? <p className="quiet">{t('bindings:seen.noSupplements')}</p> : null}
      {seen.supplements.length > 0 ? (
        <table className="plain-table">
          <tbody>
            {seen.supplements.map((one) => (
              <tr key={one.id}>
                <td className="number">{one.entryNo}</td>
                <td>{one.text}</td>
                <td>{one.recorderName}</td>
                <td>
                  <When at={one.recordedAt} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      {adds ? <AddSupplement id={id} /> : null}
      <PrintPreview request={paper} onClose={() => setPaper(null)} />
    </section>
  );
}

function AddSupplement({ id }: { id: string }) {
  const { t } = useWords();
  const supplement = useCommand('monthBindings.supplement');
  const [typed, setTyped] = useState({ entryNo: '', text: '' });
  const save = async () => {
    const result = await supplement.run({ id, ...typed });
    if (result?.ok) setTyped({ entryNo: '', text: '' });
  };
  return (
    <FormFrame
      label={t('bindings:seen.supplements')}
      onSave={() => void save()}
      error={supplement.error}
      busy={supplement.busy}
      saveLabel={t('bindings:seen.add')}
      disabled={typed.entryNo.trim() === '' || typed.text.trim() === ''}
    >
      <div className="row fields-row">
        <TextField
          label={t('bindings:seen.entryNo')}
          name="entryNo"
          value={typed.entryNo}
          onChange={(entryNo) => setTyped((before) => ({ ...before, entryNo }))}
          width={200}
        />
        <div className="grow">
          <TextField
            label={t('bindings:seen.text')}
            name="text"
            max={400}
            value={typed.text}
            onChange={(text) => setTyped((before) => ({ ...before, text }))}
          />
        </div>
      </div>
    </FormFrame>
  );
}
