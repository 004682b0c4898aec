import { METER_KINDS } from '../../../shared/registers/units.row';
import { useWords } from '../../i18n';
import type { FieldProps } from '../../ui/fields/props';
import { TextField } from '../../ui/fields/TextField';

/** The meters of a unit, one field each; the value is their JSON, '' when there are none. */
export function MetersField({ label, value, onChange, name }: FieldProps<string>) {
  const { t } = useWords();
  const meters = readMeters(value);
  const set = (kind: string, no: string) => {
    const next = Object.fromEntries(
      Object.entries({ ...meters, [kind]: no }).filter(([, text]) => text !== ''),
    );
    onChange(Object.keys(next).length > 0 ? JSON.stringify(next) : '');
  };
  return (
    <fieldset className="meters-field" data-name={name}>
      <legend>{label}</legend>
      {METER_KINDS.map((kind) => (
        <TextField
          key={kind}
          label={t(`units:meter.${kind}`)}
          max={30}
          value={meters[kind] ?? ''}
          onChange={(no) => set(kind, no)}
        />
      ))}
    </fieldset>
  );
}

function readMeters(value: string): Partial<Record<string, string>> {
  try {
    return value === '' ? {} : (JSON.parse(value) as Partial<Record<string, string>>);
  } catch {
    return {};
  }
}
