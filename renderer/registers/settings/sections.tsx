import { useWords } from '../../i18n';
import { TextField } from '../../ui/fields/TextField';
import { ContactsEditor, linesOf, ShiftsEditor } from './editors';
import { SettingForm } from './SettingForm';

/** Names on every form, and the prefix of the form codes. */
export function OfficeSection() {
  const { t } = useWords();
  return (
    <SettingForm
      setting="office"
      typedOf={(value) => value}
      valueOf={(typed) => ({ ...typed, formPrefix: typed.formPrefix.trim().toUpperCase() })}
    >
      {(typed, set) => (
        <div className="fields">
          <div className="wide">
            <TextField
              label={t('core:setup.office')}
              name="value.name"
              required
              max={60}
              value={typed.name}
              onChange={(name) => set({ name })}
            />
          </div>
          <TextField
            label={t('core:setup.project')}
            name="value.project"
            required
            max={60}
            value={typed.project}
            onChange={(project) => set({ project })}
          />
          <TextField
            label={t('core:setup.department')}
            name="value.department"
            required
            max={40}
            value={typed.department}
            onChange={(department) => set({ department })}
          />
          <TextField
            label={t('core:setup.formPrefix')}
            name="value.formPrefix"
            required
            max={12}
            hint={t('core:setup.formPrefixHint')}
            value={typed.formPrefix}
            onChange={(formPrefix) => set({ formPrefix })}
          />
        </div>
      )}
    </SettingForm>
  );
}

export function ContactsSection() {
  const { t } = useWords();
  return (
    <SettingForm
      setting="partyAContacts"
      typedOf={(value) => ({
        contacts: value.map(({ name, title, phone }) => ({ name, title: title ?? '', phone: phone ?? '' })),
      })}
      valueOf={(typed) => typed.contacts}
    >
      {(typed, set) => (
        <>
          <p className="quiet">{t('core:setup.contactsText')}</p>
          <ContactsEditor name="value" contacts={typed.contacts} onChange={(contacts) => set({ contacts })} />
        </>
      )}
    </SettingForm>
  );
}

export function ShiftsSection() {
  return (
    <SettingForm setting="shifts" typedOf={(value) => ({ shifts: value })} valueOf={(typed) => typed.shifts}>
      {(typed, set) => (
        <ShiftsEditor name="value" shifts={typed.shifts} onChange={(shifts) => set({ shifts })} />
      )}
    </SettingForm>
  );
}

/** A plain list of words, one per line. */
export function LinesSection({ setting }: { setting: 'posts' | 'places' | 'storagePlaces' | 'lifts' }) {
  const { t } = useWords();
  return (
    <SettingForm
      setting={setting}
      typedOf={(value) => ({ text: value.join('\n') })}
      valueOf={(typed) => linesOf(typed.text)}
    >
      {(typed, set) => (
        <TextField
          label={t(`core:settings.section.${setting}`)}
          name="value"
          lines={8}
          list
          hint={t('core:settings.onePerLine')}
          value={typed.text}
          onChange={(text) => set({ text })}
        />
      )}
    </SettingForm>
  );
}

/** Where anchors go besides the data folder (trust.md C3). */
export function AnchorSection() {
  const { t } = useWords();
  return (
    <SettingForm
      setting="anchorFolder"
      typedOf={(value) => ({ path: value.path ?? '' })}
      valueOf={(typed) => ({ path: typed.path.trim() === '' ? null : typed.path.trim() })}
    >
      {(typed, set) => (
        <>
          <p>{t('core:setup.anchorText')}</p>
          <TextField
            label={t('core:settings.section.anchorFolder')}
            name="value.path"
            hint={t('core:setup.anchorHint')}
            value={typed.path}
            onChange={(path) => set({ path })}
          />
        </>
      )}
    </SettingForm>
  );
}

export function StationSection() {
  const { t } = useWords();
  return (
    <SettingForm setting="station" typedOf={(value) => value} valueOf={(typed) => typed}>
      {(typed, set) => (
        <TextField
          label={t('core:setup.station')}
          name="value.name"
          required
          max={30}
          hint={t('core:setup.stationHint')}
          value={typed.name}
          onChange={(name) => set({ name })}
        />
      )}
    </SettingForm>
  );
}
