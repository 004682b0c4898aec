import { Button } from '@mantine/core';
import { useState } from 'react';
import { dayTimeOf } from '../../../shared/dates';
import type { BroadcastLine, BroadcastPlay } from '../../../shared/registers/broadcasts.row';
import { ActForm } from '../../book/dialogs/ActForm';
import { useWords } from '../../i18n';
import { BROADCASTS } from './books';
import { REASON } from './editors';

interface PlaysProps {
  broadcast: BroadcastLine;
  plays: readonly BroadcastPlay[];
  mayStrike: boolean;
  onSaved: () => void;
}

/** Every play with its time and announcer; a wrong one is struck and stays. */
export function Plays({ broadcast, plays, mayStrike, onSaved }: PlaysProps) {
  const { t } = useWords();
  const [striking, setStriking] = useState<string | null>(null);
  return (
    <section>
      <h2>{t('broadcasts:screen.plays')}</h2>
      <table>
        <tbody>
          {plays.map((one) => (
            <tr key={one.id}>
              <td>{one.lineNo}</td>
              <td className={one.struckReason ? 'struck' : undefined}>{dayTimeOf(one.playedAt)}</td>
              <td className={one.struckReason ? 'struck' : undefined}>{one.announcerName}</td>
              <td>
                {one.struckReason
                  ? t('broadcasts:screen.struck', { reason: one.struckReason, by: one.struckByName ?? '' })
                  : null}
                {mayStrike && !one.struckReason ? (
                  <Button size="compact-xs" variant="subtle" onClick={() => setStriking(one.id)}>
                    {t('broadcasts:screen.strike')}
                  </Button>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {striking ? (
        <ActForm
          op="broadcasts.strikePlay"
          book={BROADCASTS}
          entry={broadcast}
          about={`${broadcast.serialNo}  ${broadcast.summary}`}
          more={{ playId: striking }}
          fields={[
            { name: 'reason', label: 'broadcasts:screen.strikeReason', editor: REASON, required: true },
          ]}
          onClose={() => setStriking(null)}
          onDone={() => {
            setStriking(null);
            onSaved();
          }}
        />
      ) : null}
    </section>
  );
}
