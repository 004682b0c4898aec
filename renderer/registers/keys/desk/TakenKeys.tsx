import { ActionIcon, TextInput } from '@mantine/core';
import { useWords } from '../../../i18n';
import type { Prepared, TakenKey } from './issue-form';

interface TakenKeysProps {
  keys: readonly TakenKey[];
  /** What the door knows of them: how many pieces a set has. */
  known: Prepared['keys'];
  onChange: (keys: TakenKey[]) => void;
}

/** The keys of one act, each with its number, its unit and, for a set, the pieces that leave. */
export function TakenKeys({ keys, known, onChange }: TakenKeysProps) {
  const { t } = useWords();
  const piecesOf = (keyId: string) => known.find((key) => key.keyId === keyId)?.pieces ?? 1;
  const change = (keyId: string, part: Partial<TakenKey>) =>
    onChange(keys.map((key) => (key.keyId === keyId ? { ...key, ...part } : key)));
  return (
    <ul className="taken-keys" aria-label={t('key-desk:screen.keysTaken')}>
      {keys.map((key) => (
        <li key={key.keyId} className="taken-key">
          <strong className="number">{key.keyNo}</strong> {key.keyName}
          {key.unitCode ? <span className="quiet small number"> {key.unitCode}</span> : null}
          {piecesOf(key.keyId) > 1 ? (
            <>
              <TextInput
                size="xs"
                w={56}
                aria-label={`${key.keyNo} ${t('key-desk:field.keyLoans.pieces')}`}
                inputMode="numeric"
                placeholder={String(piecesOf(key.keyId))}
                value={key.taken}
                onChange={(event) => change(key.keyId, { taken: event.currentTarget.value })}
              />
              <TextInput
                size="xs"
                w={120}
                aria-label={`${key.keyNo} ${t('key-desk:field.keyLoans.parts')}`}
                placeholder={t('key-desk:field.keyLoans.parts')}
                value={key.parts}
                onChange={(event) => change(key.keyId, { parts: event.currentTarget.value })}
              />
            </>
          ) : null}
          <ActionIcon
            variant="subtle"
            color="gray"
            size="sm"
            aria-label={t('key-desk:screen.remove', { no: key.keyNo })}
            onClick={() => onChange(keys.filter((one) => one.keyId !== key.keyId))}
          >
            ✕
          </ActionIcon>
        </li>
      ))}
    </ul>
  );
}
