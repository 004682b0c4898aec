import { Button } from '@mantine/core';
import { useWords } from '../../../i18n';
import { CountField } from '../../../ui/fields/NumberFields';
import { TextField } from '../../../ui/fields/TextField';

/** A line of 钥匙明细 as it is typed. */
export interface KeyLineTyped {
  /** Tells the lines apart while others come and go. */
  no: number;
  name: string;
  pieces: string;
}
/** A mandate begins with one line. */
export const NEW_LINES: readonly KeyLineTyped[] = [{ no: 1, name: '', pieces: '1' }];

interface KeyLinesFieldProps {
  value: readonly KeyLineTyped[];
  onChange: (lines: readonly KeyLineTyped[]) => void;
}

/** 钥匙明细: what each key opens and how many pieces, a line each. */
export function KeyLinesField({ value, onChange }: KeyLinesFieldProps) {
  const { t } = useWords();
  const put = (at: number, part: Partial<KeyLineTyped>) =>
    onChange(value.map((line, i) => (i === at ? { ...line, ...part } : line)));
  return (
    <fieldset className="mandate-keys">
      <legend>{t('keys:field.keyMandates.keyList')}</legend>
      {value.map((line, i) => (
        <div className="mandate-key" key={line.no}>
          <TextField
            label={t('keys:screen.keyName')}
            name={`keyList.${i}.name`}
            required
            max={30}
            value={line.name}
            onChange={(name) => put(i, { name })}
          />
          <CountField
            label={t('keys:screen.keyPieces')}
            name={`keyList.${i}.pieces`}
            required
            value={line.pieces}
            onChange={(pieces) => put(i, { pieces })}
          />
          {value.length > 1 ? (
            <Button
              variant="subtle"
              color="gray"
              aria-label={t('keys:screen.removeLine')}
              onClick={() => onChange(value.filter((_, at) => at !== i))}
            >
              ✕
            </Button>
          ) : (
            <span />
          )}
        </div>
      ))}
      <div>
        <Button
          variant="default"
          size="xs"
          disabled={value.length >= 20}
          onClick={() =>
            onChange([...value, { no: Math.max(...value.map((line) => line.no)) + 1, name: '', pieces: '1' }])
          }
        >
          {t('keys:screen.addLine')}
        </Button>
      </div>
    </fieldset>
  );
}
