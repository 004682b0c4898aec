import type { Input } from '../../../shared/api';
import type { CustomBookLine, CustomKind, Flow, Slot } from '../../../shared/registers/custom-books.row';
import { TEMPLATES } from '../../../shared/registers/custom-books.templates';
import type { Role } from '../../../shared/roles';

/** A definition while it is typed. */
export interface ColumnTyped {
  /** Key on the screen. */
  key: string;
  slot: Slot | null;
  kind: CustomKind;
  zh: string;
  en: string;
  /** One choice per line. */
  choices: string;
  personal: boolean;
  required: boolean;
  hidden: boolean;
}
export interface DefinitionTyped {
  code: string;
  zh: string;
  en: string;
  flow: Flow;
  columns: ColumnTyped[];
  writers: string[];
  keepYears: string;
  signers: string[];
  foot: string;
}

let keys = 0;
export const newColumn = (over: Partial<ColumnTyped> = {}): ColumnTyped => {
  keys += 1;
  return {
    key: `column${keys}`,
    slot: null,
    kind: 'text',
    zh: '',
    en: '',
    choices: '',
    personal: false,
    required: false,
    hidden: false,
    ...over,
  };
};

export const EMPTY: DefinitionTyped = {
  code: '',
  zh: '',
  en: '',
  flow: 'record',
  columns: [],
  writers: ['csSupervisor', 'csAssistant', 'receptionist', 'businessClerk', 'deptManager'],
  keepYears: '3',
  signers: ['recorder', 'checker'],
  foot: '',
};

/** A template as typed. */
export function fromTemplate(system: string): DefinitionTyped {
  const form = TEMPLATES[system];
  if (!form) return { ...EMPTY, columns: [newColumn()] };
  return {
    code: form.code,
    zh: form.zh,
    en: form.en ?? '',
    flow: form.flow,
    columns: form.columns.map((one) =>
      newColumn({
        kind: one.kind,
        zh: one.zh,
        en: one.en ?? '',
        choices: (one.choices ?? []).join('\n'),
        personal: one.personal ?? one.kind === 'person',
        required: one.required ?? false,
      }),
    ),
    writers: form.writers,
    keepYears: form.keepYears ? String(form.keepYears) : '',
    signers: form.signers,
    foot: form.foot ?? '',
  };
}

/** A stored definition as typed. */
export const fromBook = (line: CustomBookLine): DefinitionTyped => ({
  code: line.code,
  zh: line.zh,
  en: line.en ?? '',
  flow: line.flow,
  columns: line.columns.map((one) =>
    newColumn({
      ...one,
      en: one.en ?? '',
      choices: one.choices.join('\n'),
      personal: one.slot.startsWith('p'),
    }),
  ),
  writers: line.writers,
  keepYears: line.keepYears ? String(line.keepYears) : '',
  signers: line.signers,
  foot: line.foot ?? '',
});

/** What the operation takes. */
export const sent = (typed: DefinitionTyped): Input<'customBooks.define'> => ({
  ...typed,
  columns: typed.columns.map(({ key: _, choices, ...column }) => ({
    ...column,
    choices:
      column.kind === 'choice'
        ? choices
            .split('\n')
            .map((one) => one.trim())
            .filter(Boolean)
        : [],
  })),
  writers: typed.writers as Role[],
  keepYears: typed.keepYears ? (Number(typed.keepYears) as 1 | 2 | 3 | 5 | 10) : null,
  signers: typed.signers as ('recorder' | 'checker' | 'approver')[],
});
