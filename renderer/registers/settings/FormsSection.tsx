import { FORM_NUMBERS } from '../../../shared/print/forms';
import { useWords } from '../../i18n';
import { TextField } from '../../ui/fields/TextField';
import { SettingForm } from './SettingForm';

/** Forms with a code at their foot; labels and notices carry none. */
const CODED = FORM_NUMBERS.filter((form) => /^F\d/.test(form));

/** Form codes and versions as printed; an empty line falls back to the form's own number and A/0. */
export function FormsSection() {
  const { t } = useWords();
  return (
    <SettingForm
      setting="forms"
      typedOf={(value) =>
        Object.fromEntries(
          CODED.map((form) => [form, { code: value[form]?.code ?? '', version: value[form]?.version ?? '' }]),
        )
      }
      valueOf={(typed) =>
        Object.fromEntries(
          Object.entries(typed)
            .filter(([, { code, version }]) => code.trim() !== '' || version.trim() !== '')
            .map(([form, { code, version }]) => [
              form,
              {
                code: code.trim() === '' ? form.slice(1) : code,
                version: version.trim() === '' ? 'A/0' : version,
              },
            ]),
        )
      }
    >
      {(typed, set) => (
        <>
          <p className="quiet">{t('core:settings.forms.text')}</p>
          {CODED.map((form) => {
            const line = typed[form] ?? { code: '', version: '' };
            return (
              <div key={form} className="line-editor forms">
                <span className="form-name">
                  <span className="number">{form}</span> {t(`print:title.${form}`)}
                </span>
                <TextField
                  label={t('core:settings.forms.code')}
                  name={`value.${form}.code`}
                  max={30}
                  placeholder={form.slice(1)}
                  value={line.code}
                  onChange={(code) => set({ [form]: { ...line, code } })}
                />
                <TextField
                  label={t('core:settings.forms.version')}
                  name={`value.${form}.version`}
                  max={10}
                  placeholder="A/0"
                  value={line.version}
                  onChange={(version) => set({ [form]: { ...line, version } })}
                />
              </div>
            );
          })}
        </>
      )}
    </SettingForm>
  );
}
