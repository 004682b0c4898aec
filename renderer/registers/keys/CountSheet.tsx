import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import type { Input } from '../../../shared/api';
import type { KeyCheckKeyLine, KeyCheckLine } from '../../../shared/registers/key-checks.row';
import { client } from '../../client';
import { useWords } from '../../i18n';
import { useCommand, useOp } from '../../queries';
import { TextField } from '../../ui/fields/TextField';
import { isTyping } from '../../ui/keys';
import { ErrorLine } from '../../ui/refusal';
import { useScanTarget } from '../../ui/scan-target';
import { Cabinets } from './CheckCabinets';
import { countOf, keyTyped } from './counting';
import { CountDialog } from './dialogs/CountDialog';
import './keys.css';
import { useKeys } from '../../book/use-keys';

interface CountSheetProps {
  check: KeyCheckLine;
  /** Still open, and the reader counts. */
  counting: boolean;
}

/**
 * The counting sheet: every scan of a tag counts its key as found, seal and label in order; Enter on a line says anything
 * else. A key that has no hook here is written down as extra.
 */
export function CountSheet({ check, counting }: CountSheetProps) {
  const { t } = useWords();
  const sheet = useOp('keyChecks.sheet', { id: check.id }, { keep: true });
  const count = useCommand('keyChecks.count');
  const [typed, setTyped] = useState('');
  const [said, setSaid] = useState('');
  const [open, setOpen] = useState<KeyCheckKeyLine | null>(null);
  const [last, setLast] = useState<string | null>(null);
  const keys = sheet.data?.keys ?? [];

  const send = async (input: Omit<Input<'keyChecks.count'>, 'id'>): Promise<boolean> => {
    const done = await count.run({ id: check.id, ...input });
    if (!done?.ok) return false;
    const { keyNo, counted, left } = done.data;
    setLast(input.keyId);
    setSaid(
      counted === 'extra'
        ? t('keys:screen.countedExtra', { keyNo })
        : t(left === 0 ? 'keys:screen.countedAll' : 'keys:screen.counted', { keyNo, left }),
    );
    return true;
  };
  const here = useScanTarget(
    async (scan) => {
      if (scan.own?.kind !== 'entry' || scan.own.register !== 'keys') return 'pass';
      const known = keys.find((key) => key.scanCode === scan.code);
      if (known) return (await send(countOf(known))) ? 'taken' : 'wrong';
      const other = await client.search.scan({ code: scan.code });
      if (!other.ok || other.data.kind !== 'entry') return 'wrong';
      await send({ keyId: other.data.entryId, counted: 'extra', labelRight: true });
      return 'wrong';
    },
    { active: counting && open === null },
  );
  const byNumber = async () => {
    const known = keyTyped(keys, typed);
    if (known) {
      if (await send(countOf(known))) setTyped('');
      return;
    }
    const [other] = (await suggested(typed)) ?? [];
    if (other?.keyNo.toUpperCase() !== typed.trim().toUpperCase()) {
      setSaid(t('keys:screen.unknownKey', { typed: typed.trim() }));
      return;
    }
    if (await send({ keyId: other.id, counted: 'extra', labelRight: true })) setTyped('');
  };
  return (
    <section ref={here} className="count-sheet" aria-label={t('keys:screen.sheet')}>
      {counting ? (
        <>
          <h2>{t('keys:screen.sheet')}</h2>
          <p className="quiet small">{t('keys:screen.scanHere')}</p>
          <form
            className="count-bar"
            onSubmit={(event) => {
              event.preventDefault();
              void byNumber();
            }}
          >
            <TextField label={t('keys:screen.typeKey')} name="typedKeyNo" value={typed} onChange={setTyped} />
            <Button type="submit" variant="default" loading={count.busy} disabled={typed.trim() === ''}>
              {t('keys:screen.countIt')}
            </Button>
            <p role="status" className="count-said">
              {said}
            </p>
          </form>
          <ErrorLine error={count.error} />
        </>
      ) : null}
      <Cabinets cabinets={sheet.data?.cabinets ?? []} />
      <Lines keys={keys} last={last} counting={counting} onOpen={setOpen} />
      {open ? (
        <CountDialog
          check={check}
          line={open}
          onClose={() => setOpen(null)}
          onDone={() => setLast(open.keyId)}
        />
      ) : null}
    </section>
  );
}

async function suggested(typed: string) {
  const found = await client.keys.suggest({ typed: typed.trim().slice(0, 60) });
  return found.ok ? found.data : null;
}

interface LinesProps {
  keys: readonly KeyCheckKeyLine[];
  last: string | null;
  counting: boolean;
  onOpen: (line: KeyCheckKeyLine) => void;
}

/** The keys of the check; up and down walk, Enter opens a line. */
function Lines({ keys, last, counting, onOpen }: LinesProps) {
  const { t } = useWords();
  const body = useRef<HTMLTableSectionElement>(null);
  useKeys(body, (event) => {
    const step = event.code === 'ArrowDown' ? 1 : event.code === 'ArrowUp' ? -1 : 0;
    if (step === 0 || isTyping(event.target)) return false;
    const rows = [...(body.current?.querySelectorAll<HTMLElement>('button') ?? [])];
    rows[rows.indexOf(document.activeElement as HTMLElement) + step]?.focus();
    return true;
  });
  const flag = (value: number | null, right: string, wrong: string): string =>
    value === null ? '' : t(`keys:screen.${value === 1 ? right : wrong}`);
  return (
    <table className="lines-table">
      <thead>
        <tr>
          <th>{t('keys:column.hook')}</th>
          <th>{t('keys:column.keyNo')}</th>
          <th>{t('keys:field.keys.label')}</th>
          <th>{t('keys:field.keyCheckLines.expected')}</th>
          <th>{t('keys:field.keyCheckLines.counted')}</th>
          <th>{t('keys:field.keyCheckLines.sealIntact')}</th>
          <th>{t('keys:field.keyCheckLines.labelRight')}</th>
          <th>{t('keys:field.keyCheckLines.explanation')}</th>
          {counting ? <th aria-label={t('keys:screen.explain')} /> : null}
        </tr>
      </thead>
      <tbody ref={body}>
        {keys.map((key) => (
          <tr
            key={key.id}
            className={`${key.differs ? 'differs' : ''} ${key.counted ? 'counted' : ''} ${last === key.keyId ? 'current' : ''}`}
          >
            <td className="number">{`${key.cabinetCode}-${key.hookNo}`}</td>
            <td className="number">{key.keyNo}</td>
            <td>{key.label}</td>
            <td>
              {t(`keys:expected.${key.expected}`)}{' '}
              <span className="quiet small">
                {key.loanSerialNo
                  ? t('keys:screen.onLoan', { no: key.loanSerialNo })
                  : (key.expectedSealNo ?? '')}
              </span>
            </td>
            <td>{key.counted ? t(`keys:counted.${key.counted}`) : ''}</td>
            <td>{flag(key.sealIntact, 'sealIntact', 'sealBroken')}</td>
            <td>{flag(key.labelRight, 'labelRight', 'labelWrong')}</td>
            <td>{[key.explanation, key.measure].filter(Boolean).join('；')}</td>
            {counting ? (
              <td>
                <Button size="compact-sm" variant="subtle" onClick={() => onOpen(key)}>
                  {t('keys:screen.explain')}
                </Button>
              </td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
