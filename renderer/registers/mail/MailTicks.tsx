import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import type { MailItemLine } from '../../../shared/registers/mail-items.row';
import { useWords } from '../../i18n';
import { useScanTarget } from '../../ui/scan-target';
import './mail.css';

export interface Ticks {
  rows: readonly MailItemLine[];
  isOn: (id: string) => boolean;
  toggle: (id: string, on: boolean) => void;
  /** What was ticked, as the operations take it. */
  items: { id: string; version: number }[];
}

/** Which of the items an act is about: all of them until one is taken out. */
export function useTicks(rows: readonly MailItemLine[]): Ticks {
  const [off, setOff] = useState<readonly string[]>([]);
  const isOn = (id: string): boolean => !off.includes(id);
  return {
    rows,
    isOn,
    toggle: (id, on) => setOff((before) => (on ? before.filter((one) => one !== id) : [...before, id])),
    items: rows.filter((row) => isOn(row.id)).map(({ id, version }) => ({ id, version })),
  };
}

/** The items of an act with their ticks; a scan of the label or of the carrier's number ticks its item. */
export function MailTicks({ ticks }: { ticks: Ticks }) {
  const { t } = useWords();
  const { rows, isOn, toggle, items } = ticks;
  const here = useScanTarget(
    ({ code, own }) => {
      const found = rows.find((row) =>
        own ? row.scanCode === code : row.trackingNo === code.trim().toUpperCase(),
      );
      if (!found) return 'pass';
      toggle(found.id, true);
      return 'taken';
    },
    { foreign: true, active: rows.length > 0 },
  );
  return (
    <div ref={here}>
      <p className="quiet small" role="status">
        {t('mail:screen.scanToTick', { n: rows.length, chosen: items.length })}
      </p>
      <ul className="mail-ticks" aria-label={t('mail:screen.items')}>
        {rows.map((row) => (
          <li key={row.id}>
            <Checkbox
              checked={isOn(row.id)}
              onChange={(event) => toggle(row.id, event.currentTarget.checked)}
              label={<TickLabel row={row} />}
              styles={{ body: { alignItems: 'center' }, labelWrapper: { flex: 1 } }}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}

function TickLabel({ row }: { row: MailItemLine }) {
  const { t } = useWords();
  return (
    <span className="mail-tick">
      <span className="number">{row.serialNo}</span>
      <span>{t(`mail:kind.${row.kind}`)}</span>
      <strong className="number">{row.shelf}</strong>
      <span className="number">{[row.carrier, row.trackingNo].filter(Boolean).join(' ')}</span>
      <span>{row.addresseeName}</span>
      <span className={row.waitingLong ? 'seal small' : 'quiet small'}>
        {row.direction === 'in' ? t('mail:screen.daysHere', { n: row.days }) : ''}
      </span>
    </span>
  );
}
