import { Button } from '@mantine/core';
import { useState } from 'react';
import {
  ENCODINGS,
  type Encoding,
  type ImportKind,
  type ImportPreview,
  MOST_PROBLEMS,
} from '../../../shared/registers/imports';
import { useWords } from '../../i18n';
import { useCommand, useOp } from '../../queries';
import { Dialog } from '../../ui/Dialog';
import { ChoiceField } from '../../ui/fields/ChoiceField';
import { JobProgress, newJob } from '../../ui/JobProgress';
import { useNotices } from '../../ui/Notices';
import { ErrorLine } from '../../ui/refusal';
import { useRemembered } from '../../ui/remembered';
import { ImportProblems } from './ImportProblems';

interface ImportDialogProps {
  kind: ImportKind;
  staffId: string;
  onClose: () => void;
}

/** 导入: choose a file, see which column is what and what would happen, then all rows or none. */
export function ImportDialog({ kind, staffId, onClose }: ImportDialogProps) {
  const { t } = useWords();
  const notices = useNotices();
  const preview = useCommand('imports.preview');
  const run = useCommand('imports.run');
  const [seen, setSeen] = useState<ImportPreview | null>(null);
  const [encoding, setEncoding] = useState<Encoding | null>(null);
  const [job, setJob] = useState('');
  /** Columns chosen before, by the headings they stood under: the same file next month needs no choosing. */
  const [known, remember] = useRemembered<Record<string, string>>(staffId, `import.${kind}`, {});

  const look = async (file: string | null, how: Encoding | null, mapping: Record<string, number> | null) => {
    const name = newJob('import');
    setJob(name);
    const answer = await preview.run({
      kind,
      file,
      encoding: how,
      mapping: mapping ? { [kind]: mapping } : null,
      job: name,
    });
    if (!answer?.ok || !answer.data) return;
    const again = file === null ? rememberedColumns(answer.data, known, kind) : null;
    if (again) await look(answer.data.file, how, again);
    else setSeen(answer.data);
  };
  const columns = seen?.mapping[kind] ?? {};
  const choose = (field: string, column: string | null) => {
    if (!seen) return;
    const next = Object.fromEntries(Object.entries(columns).filter(([name]) => name !== field));
    if (column !== null) next[field] = Number(column);
    remember({ ...known, [field]: column === null ? '' : (seen.heads[Number(column)] ?? '') });
    void look(seen.file, encoding, next);
  };
  const go = async () => {
    if (!seen) return;
    const name = newJob('import');
    setJob(name);
    const { file, sha256, mapping } = seen;
    const done = await run.run({ kind, file, sha256, mapping, encoding, job: name });
    if (!done?.ok) return;
    notices.say(t('units:import.done', done.data));
    onClose();
  };
  const busy = preview.busy || run.busy;
  const fresh = seen !== null && seen.counts.created + seen.counts.updated > 0;
  return (
    <Dialog
      opened
      onClose={() => (busy ? undefined : onClose())}
      width={940}
      title={t(`units:import.title.${kind}`)}
    >
      <div className="import-dialog">
        <p className="quiet small">{t(`units:import.intro.${kind}`)}</p>
        <div className="row">
          <Button
            data-autofocus
            variant={seen ? 'default' : 'filled'}
            disabled={busy}
            onClick={() => void look(null, encoding, null)}
          >
            {t(seen ? 'units:import.another' : 'units:import.choose')}
          </Button>
          {seen ? (
            <span>
              {t('units:import.file', { name: seen.name, rows: seen.rows, encoding: seen.encoding })}
            </span>
          ) : null}
          <ChoiceField
            label={t('units:import.encoding')}
            placeholder={t('units:import.detected')}
            width={150}
            clearable
            choices={ENCODINGS.map((code) => ({ value: code, label: code.toUpperCase() }))}
            value={encoding}
            onChange={(next) => {
              const how = ENCODINGS.find((code) => code === next) ?? null;
              setEncoding(how);
              if (seen) void look(seen.file, how, null);
            }}
          />
        </div>
        <ErrorLine error={run.error ?? preview.error} />
        {busy ? (
          <JobProgress
            job={job}
            label={t(run.busy ? 'units:import.running' : 'units:import.reading')}
            cancellable
          />
        ) : null}
        {seen ? (
          <>
            <Columns kind={kind} seen={seen} onChoose={choose} />
            <ImportProblems kind={kind} seen={seen} most={MOST_PROBLEMS} />
            <p role="status">{t('units:import.counts', seen.counts)}</p>
            <div className="row end">
              {seen.problemTotal === 0 && !fresh ? (
                <span className="quiet">{t('units:import.nothingNew')}</span>
              ) : null}
              <Button disabled={busy || !fresh || seen.problemTotal > 0} onClick={() => void go()}>
                {t('units:import.run')}
              </Button>
            </div>
          </>
        ) : null}
      </div>
    </Dialog>
  );
}

/** The mapping with what this person chose the last time; null when that adds nothing. */
function rememberedColumns(
  seen: ImportPreview,
  known: Record<string, string>,
  kind: ImportKind,
): Record<string, number> | null {
  const mapping: Record<string, number> = { ...seen.mapping[kind] };
  let changed = false;
  for (const [field, head] of Object.entries(known)) {
    const at = seen.heads.indexOf(head);
    if (head === '' ? field in mapping : at >= 0 && mapping[field] !== at) changed = true;
    if (head === '') delete mapping[field];
    else if (at >= 0) mapping[field] = at;
  }
  return changed ? mapping : null;
}

interface ColumnsProps {
  kind: ImportKind;
  seen: ImportPreview;
  onChoose: (field: string, column: string | null) => void;
}

/** Which field is which column of the file, with the first value of that column. */
function Columns({ kind, seen, onChoose }: ColumnsProps) {
  const { t } = useWords();
  const fields = useOp('imports.fields', { kind }).data ?? [];
  const columns: Partial<Record<string, number>> = seen.mapping[kind] ?? {};
  const choices = seen.heads.map((head, at) => ({
    value: String(at),
    label: head || `${at + 1}`,
    hint: seen.sample.find((row) => row[at])?.[at]?.slice(0, 12) ?? '',
  }));
  return (
    <fieldset className="import-columns">
      <legend>{t('units:import.columns')}</legend>
      {fields.map(({ field, required }) => {
        const at = columns[field];
        return (
          <ChoiceField
            key={field}
            label={t(`units:import.field.${kind}.${field}`)}
            name={field}
            required={required}
            clearable
            placeholder={t('units:import.notInFile')}
            choices={choices}
            value={at === undefined ? null : String(at)}
            onChange={(next) => onChoose(field, next)}
          />
        );
      })}
    </fieldset>
  );
}
