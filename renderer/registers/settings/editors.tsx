import { ActionIcon, Button, Checkbox } from '@mantine/core';
import { useWords } from '../../i18n';
import { PhoneField } from '../../ui/fields/NumberFields';
import { TextField } from '../../ui/fields/TextField';

/** Editors of lists that both the first-start wizard and the settings use. */
export interface ContactTyped {
  name: string;
  title: string;
  phone: string;
}
export interface ShiftTyped {
  code: string;
  zh: string;
  en: string;
  from: string;
  to: string;
  alone: boolean;
}

/** A code no other shift has: letters only, so it survives renaming. */
export function newShift(shifts: readonly ShiftTyped[]): ShiftTyped {
  const free =
    ['night', 'middle', 'day', 'extra'].find((code) => !shifts.some((shift) => shift.code === code)) ??
    `s${shifts.length + 1}`;
  return {
    code: free,
    zh: free === 'night' ? '夜班' : '',
    en: free === 'night' ? 'Night' : '',
    from: '22:00',
    to: '08:00',
    alone: true,
  };
}

/** One per line, empty lines left out. */
export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

interface ContactsEditorProps {
  contacts: readonly ContactTyped[];
  onChange: (contacts: ContactTyped[]) => void;
  /** Prefix of the field names, e.g. `partyAContacts`. */
  name: string;
}

/** Party A's responsible people, a line each. */
export function ContactsEditor({ contacts, onChange, name }: ContactsEditorProps) {
  const { t } = useWords();
  const change = (index: number, part: Partial<ContactTyped>) =>
    onChange(contacts.map((contact, i) => (i === index ? { ...contact, ...part } : contact)));
  return (
    <div className="stack">
      {contacts.map((contact, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity but their place
        <div key={index} className="line-editor contacts">
          <TextField
            label={t('core:setup.contactName')}
            name={`${name}.${index}.name`}
            max={40}
            value={contact.name}
            onChange={(v) => change(index, { name: v })}
          />
          <TextField
            label={t('core:setup.contactTitle')}
            name={`${name}.${index}.title`}
            max={40}
            value={contact.title}
            onChange={(v) => change(index, { title: v })}
          />
          <PhoneField
            label={t('core:setup.contactPhone')}
            name={`${name}.${index}.phone`}
            value={contact.phone}
            onChange={(v) => change(index, { phone: v })}
          />
          <ActionIcon
            aria-label={t('core:action.remove')}
            title={t('core:action.remove')}
            onClick={() => onChange(contacts.filter((_, i) => i !== index))}
          >
            ✕
          </ActionIcon>
        </div>
      ))}
      <div>
        <Button variant="default" onClick={() => onChange([...contacts, { name: '', title: '', phone: '' }])}>
          {t('core:setup.addContact')}
        </Button>
      </div>
    </div>
  );
}

interface ShiftsEditorProps {
  shifts: readonly ShiftTyped[];
  onChange: (shifts: ShiftTyped[]) => void;
  name: string;
}

/** Shifts, a line each; a shift may pass midnight. */
export function ShiftsEditor({ shifts, onChange, name }: ShiftsEditorProps) {
  const { t } = useWords();
  const change = (index: number, part: Partial<ShiftTyped>) =>
    onChange(shifts.map((shift, i) => (i === index ? { ...shift, ...part } : shift)));
  return (
    <div className="stack">
      {shifts.map((shift, index) => (
        <div key={shift.code} className="line-editor shifts">
          <TextField
            label={t('core:setup.shiftZh')}
            name={`${name}.${index}.zh`}
            max={10}
            value={shift.zh}
            onChange={(zh) => change(index, { zh })}
          />
          <TextField
            label={t('core:setup.shiftEn')}
            name={`${name}.${index}.en`}
            max={20}
            value={shift.en}
            onChange={(en) => change(index, { en })}
          />
          <TextField
            label={t('core:setup.shiftFrom')}
            name={`${name}.${index}.from`}
            value={shift.from}
            onChange={(from) => change(index, { from })}
          />
          <TextField
            label={t('core:setup.shiftTo')}
            name={`${name}.${index}.to`}
            value={shift.to}
            onChange={(to) => change(index, { to })}
          />
          <Checkbox
            label={t('core:setup.shiftAlone')}
            checked={shift.alone}
            onChange={(event) => change(index, { alone: event.currentTarget.checked })}
          />
          <ActionIcon
            aria-label={t('core:action.remove')}
            title={t('core:action.remove')}
            disabled={shifts.length === 1}
            onClick={() => onChange(shifts.filter((_, i) => i !== index))}
          >
            ✕
          </ActionIcon>
        </div>
      ))}
      <div>
        <Button
          variant="default"
          disabled={shifts.length >= 6}
          onClick={() => onChange([...shifts, newShift(shifts)])}
        >
          {t('core:setup.addShift')}
        </Button>
      </div>
    </div>
  );
}
