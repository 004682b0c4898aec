import { Button } from '@mantine/core';
import { useState } from 'react';
import {
  type CustomBookLine,
  FLOWS,
  FOOT_SIGNERS,
  RETENTIONS,
} from '../../../shared/registers/custom-books.row';
import { TEMPLATES } from '../../../shared/registers/custom-books.templates';
import { fitsSheet } from '../../../shared/registers/custom-values';
import { ROLES } from '../../../shared/roles';
import { CheckMenu } from '../../book/CheckMenu';
import { ActionDialog } from '../../book/dialogs/ActionDialog';
import { useWords } from '../../i18n';
import { useCommand } from '../../queries';
import { ChoiceField } from '../../ui/fields/ChoiceField';
import { TextField } from '../../ui/fields/TextField';
import { ColumnRow } from './ColumnRow';
import {
  type ColumnTyped,
  type DefinitionTyped,
  fromBook,
  fromTemplate,
  newColumn,
  sent,
} from './definition-form';
import { HeadPreview } from './HeadPreview';

const NS = 'custom-books';

interface DefinitionDialogProps {
  /** The definition that is changed; null: a new one. */
  line: CustomBookLine | null;
  onClose: () => void;
}

/** 簿册设置: title, form code, columns, states, writers, retention, signatures; below, the printed head. */
export function DefinitionDialog({ line, onClose }: DefinitionDialogProps) {
  const { t, lang } = useWords();
  const define = useCommand('customBooks.define');
  const revise = useCommand('customBooks.revise');
  const [template, setTemplate] = useState('');
  const [typed, setTyped] = useState<DefinitionTyped>(() => (line ? fromBook(line) : fromTemplate('')));
  const set = (part: Partial<DefinitionTyped>) => setTyped({ ...typed, ...part });
  const fixed = line !== null && line.lines > 0;
  const save = async () => {
    const form = sent(typed);
    const result = line
      ? await revise.run({ id: line.id, version: line.version, ...form })
      : await define.run(form);
    if (result?.ok) onClose();
  };
  const change = (index: number, part: Partial<ColumnTyped>) =>
    set({ columns: typed.columns.map((one, i) => (i === index ? { ...one, ...part } : one)) });
  const move = (index: number, by: number) => {
    const columns = [...typed.columns];
    const [one] = columns.splice(index, 1);
    if (one) columns.splice(index + by, 0, one);
    set({ columns });
  };
  const text = (name: 'code' | 'zh' | 'en' | 'foot', max: number, required = false) => (
    <TextField
      label={t(`${NS}:field.customBooks.${name}`)}
      name={name}
      max={max}
      required={required}
      value={typed[name]}
      onChange={(next) => set({ [name]: next })}
    />
  );
  const op = line ? 'revise' : 'define';
  const rule = fixed ? `${NS}:screen.linesNote` : `${NS}:rule.customBooks.${op}`;
  return (
    <ActionDialog
      wide
      title={t(`${NS}:op.customBooks.${op}`)}
      about={line?.code ?? ''}
      rule={t(rule)}
      onSave={() => void save()}
      onClose={onClose}
      error={define.error ?? revise.error}
      busy={define.busy || revise.busy}
    >
      {line ? null : (
        <ChoiceField
          label={t(`${NS}:screen.template`)}
          name="template"
          clearable
          placeholder={t(`${NS}:screen.noTemplate`)}
          choices={Object.entries(TEMPLATES).map(([system, form]) => ({
            value: system,
            label: lang === 'en' ? (form.en ?? form.zh) : form.zh,
            hint: system,
          }))}
          value={template || null}
          onChange={(next) => {
            setTemplate(next ?? '');
            setTyped(fromTemplate(next ?? ''));
          }}
        />
      )}
      <div className="quick-fields even">
        {text('zh', 20, true)}
        {text('en', 40)}
        {text('code', 20, true)}
        <ChoiceField
          label={t(`${NS}:field.customBooks.flow`)}
          name="flow"
          required
          disabled={fixed}
          choices={FLOWS.map((flow) => ({ value: flow, label: t(`${NS}:flow.${flow}`) }))}
          value={typed.flow}
          onChange={(flow) => set({ flow: (flow ?? 'record') as DefinitionTyped['flow'] })}
        />
        <ChoiceField
          label={t(`${NS}:field.customBooks.keepYears`)}
          name="keepYears"
          clearable
          placeholder={t(`${NS}:keep.always`)}
          choices={RETENTIONS.map((n) => ({ value: String(n), label: t(`${NS}:keep.years`, { n }) }))}
          value={typed.keepYears || null}
          onChange={(next) => set({ keepYears: next ?? '' })}
        />
      </div>
      {typed.columns.map((column, index) => (
        <ColumnRow
          key={column.key}
          column={column}
          index={index}
          last={index === typed.columns.length - 1}
          fixed={fixed && column.slot !== null}
          onChange={(part) => change(index, part)}
          onMove={(by) => move(index, by)}
          onRemove={() => set({ columns: typed.columns.filter((one) => one !== column) })}
        />
      ))}
      <div className="row">
        <Button variant="default" onClick={() => set({ columns: [...typed.columns, newColumn()] })}>
          {t(`${NS}:screen.addColumn`)}
        </Button>
        <CheckMenu
          label={t(`${NS}:field.customBooks.writers`)}
          choices={ROLES.map((role) => ({ value: role, label: t(`core:role.${role}`) }))}
          value={typed.writers}
          onChange={(writers) => set({ writers })}
        />
        <CheckMenu
          label={t(`${NS}:field.customBooks.signers`)}
          choices={FOOT_SIGNERS.map((one) => ({ value: one, label: t(`${NS}:signer.${one}`) }))}
          value={typed.signers}
          onChange={(signers) => set({ signers })}
        />
      </div>
      {text('foot', 120)}
      <HeadPreview typed={typed} fits={fitsSheet({ flow: typed.flow, columns: previewed(typed) })} />
    </ActionDialog>
  );
}

const previewed = (typed: DefinitionTyped): CustomBookLine['columns'] =>
  typed.columns.map((column) => ({
    slot: column.slot ?? 'v01',
    kind: column.kind,
    zh: column.zh,
    en: column.en || null,
    choices: [],
    required: column.required,
    hidden: column.hidden,
  }));
