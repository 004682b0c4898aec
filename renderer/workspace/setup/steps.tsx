import { ActionIcon, Button, Checkbox } from '@mantine/core';
import { useWords } from '../../i18n';
import { PhoneField } from '../../ui/fields/NumberFields';
import { SecretField } from '../../ui/fields/SecretField';
import { TextField } from '../../ui/fields/TextField';
import { type ContactTyped, newShift, type OfficeTyped, type ShiftTyped } from './office-form';

interface StepProps {
  typed: OfficeTyped;
  set: (part: Partial<OfficeTyped>) => void;
}

/** Names and the prefix of the form codes. */
export function OfficeStep({ typed, set }: StepProps) {
  const { t } = useWords();
  return (
    <div className="fields">
      <div className="wide">
        <TextField label={t('core:setup.office')} name="office.name" required max={60} value={typed.name} onChange={(name) => set({ name })} />
      </div>
      <TextField label={t('core:setup.project')} name="office.project" required max={60} value={typed.project} onChange={(project) => set({ project })} />
      <TextField label={t('core:setup.department')} name="office.department" required max={40} value={typed.department} onChange={(department) => set({ department })} />
      <TextField
        label={t('core:setup.formPrefix')}
        name="office.formPrefix"
        required
        max={12}
        hint={t('core:setup.formPrefixHint')}
        value={typed.formPrefix}
        onChange={(formPrefix) => set({ formPrefix })}
      />
    </div>
  );
}

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
          <TextField label={t('core:setup.contactName')} name={`${name}.${index}.name`} max={40} value={contact.name} onChange={(v) => change(index, { name: v })} />
          <TextField label={t('core:setup.contactTitle')} name={`${name}.${index}.title`} max={40} value={contact.title} onChange={(v) => change(index, { title: v })} />
          <PhoneField label={t('core:setup.contactPhone')} name={`${name}.${index}.phone`} value={contact.phone} onChange={(v) => change(index, { phone: v })} />
          <ActionIcon aria-label={t('core:action.remove')} title={t('core:action.remove')} onClick={() => onChange(contacts.filter((_, i) => i !== index))}>
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

export function PeopleStep({ typed, set }: StepProps) {
  const { t } = useWords();
  return (
    <>
      <p className="quiet">{t('core:setup.contactsText')}</p>
      <ContactsEditor name="partyAContacts" contacts={typed.contacts} onChange={(contacts) => set({ contacts })} />
    </>
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
          <TextField label={t('core:setup.shiftZh')} name={`${name}.${index}.zh`} max={10} value={shift.zh} onChange={(zh) => change(index, { zh })} />
          <TextField label={t('core:setup.shiftEn')} name={`${name}.${index}.en`} max={20} value={shift.en} onChange={(en) => change(index, { en })} />
          <TextField label={t('core:setup.shiftFrom')} name={`${name}.${index}.from`} value={shift.from} onChange={(from) => change(index, { from })} />
          <TextField label={t('core:setup.shiftTo')} name={`${name}.${index}.to`} value={shift.to} onChange={(to) => change(index, { to })} />
          <Checkbox label={t('core:setup.shiftAlone')} checked={shift.alone} onChange={(event) => change(index, { alone: event.currentTarget.checked })} />
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
        <Button variant="default" disabled={shifts.length >= 6} onClick={() => onChange([...shifts, newShift(shifts)])}>
          {t('core:setup.addShift')}
        </Button>
      </div>
    </div>
  );
}

export function DeskStep({ typed, set }: StepProps) {
  const { t } = useWords();
  return (
    <>
      <div className="fields">
        <TextField
          label={t('core:setup.station')}
          name="station.name"
          required
          max={30}
          hint={t('core:setup.stationHint')}
          value={typed.station}
          onChange={(station) => set({ station })}
        />
        <TextField label={t('core:setup.posts')} name="posts" required lines={2} list hint={t('core:setup.postsHint')} value={typed.posts} onChange={(posts) => set({ posts })} />
      </div>
      <fieldset>
        <legend>{t('core:setup.shifts')}</legend>
        <ShiftsEditor name="shifts" shifts={typed.shifts} onChange={(shifts) => set({ shifts })} />
      </fieldset>
    </>
  );
}

export function AnchorStep({ typed, set }: StepProps) {
  const { t } = useWords();
  return (
    <>
      <p>{t('core:setup.anchorText')}</p>
      <TextField
        label={t('core:setup.anchorPath')}
        name="anchorFolder.path"
        hint={t('core:setup.anchorHint')}
        value={typed.anchorPath}
        onChange={(anchorPath) => set({ anchorPath })}
      />
    </>
  );
}

interface AdminStepProps extends StepProps {
  secret: { passphrase: string; again: string };
  setSecret: (secret: { passphrase: string; again: string }) => void;
}

export function AdminStep({ typed, set, secret, setSecret }: AdminStepProps) {
  const { t } = useWords();
  const differ = secret.again.length >= secret.passphrase.length && secret.again !== '' && secret.again !== secret.passphrase;
  return (
    <>
      <p className="quiet">{t('core:setup.adminText')}</p>
      <div className="fields">
        <TextField label={t('core:setup.adminName')} name="admin.name" required max={40} value={typed.adminName} onChange={(adminName) => set({ adminName })} />
        <TextField label={t('core:setup.adminNo')} name="admin.staffNo" required max={20} value={typed.staffNo} onChange={(staffNo) => set({ staffNo })} />
        <SecretField
          label={t('core:setup.adminPass')}
          name="admin.passphrase"
          kind="passphrase"
          required
          hint={t('core:secret.rulePass')}
          value={secret.passphrase}
          onChange={(passphrase) => setSecret({ ...secret, passphrase })}
        />
        <SecretField
          label={t('core:setup.adminAgain')}
          kind="passphrase"
          required
          problem={differ ? t('core:secret.differ') : undefined}
          value={secret.again}
          onChange={(again) => setSecret({ ...secret, again })}
        />
        <div className="wide">
          <Checkbox label={t('core:setup.alsoManager')} checked={typed.alsoManager} onChange={(event) => set({ alsoManager: event.currentTarget.checked })} />
        </div>
      </div>
    </>
  );
}
