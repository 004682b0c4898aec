import { Checkbox } from '@mantine/core';
import { useWords } from '../../i18n';
import { ContactsEditor, ShiftsEditor } from '../../registers/settings/editors';
import { SecretField } from '../../ui/fields/SecretField';
import { TextField } from '../../ui/fields/TextField';
import type { OfficeTyped } from './office-form';

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
        <TextField
          label={t('core:setup.office')}
          name="office.name"
          required
          max={60}
          value={typed.name}
          onChange={(name) => set({ name })}
        />
      </div>
      <TextField
        label={t('core:setup.project')}
        name="office.project"
        required
        max={60}
        value={typed.project}
        onChange={(project) => set({ project })}
      />
      <TextField
        label={t('core:setup.department')}
        name="office.department"
        required
        max={40}
        value={typed.department}
        onChange={(department) => set({ department })}
      />
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

export function PeopleStep({ typed, set }: StepProps) {
  const { t } = useWords();
  return (
    <>
      <p className="quiet">{t('core:setup.contactsText')}</p>
      <ContactsEditor
        name="partyAContacts"
        contacts={typed.contacts}
        onChange={(contacts) => set({ contacts })}
      />
    </>
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
        <TextField
          label={t('core:setup.posts')}
          name="posts"
          required
          lines={2}
          list
          hint={t('core:setup.postsHint')}
          value={typed.posts}
          onChange={(posts) => set({ posts })}
        />
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
  const differ =
    secret.again.length >= secret.passphrase.length &&
    secret.again !== '' &&
    secret.again !== secret.passphrase;
  return (
    <>
      <p className="quiet">{t('core:setup.adminText')}</p>
      <div className="fields two">
        <TextField
          label={t('core:setup.adminName')}
          name="admin.name"
          required
          max={40}
          value={typed.adminName}
          onChange={(adminName) => set({ adminName })}
        />
        <TextField
          label={t('core:setup.adminNo')}
          name="admin.staffNo"
          required
          max={20}
          value={typed.staffNo}
          onChange={(staffNo) => set({ staffNo })}
        />
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
          <Checkbox
            label={t('core:setup.alsoManager')}
            checked={typed.alsoManager}
            onChange={(event) => set({ alsoManager: event.currentTarget.checked })}
          />
        </div>
      </div>
    </>
  );
}
