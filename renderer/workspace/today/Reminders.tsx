import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Reminder } from '../../../shared/registers/today';
import { bookLabel, needLabel } from '../../book/book';
import type { Desk } from '../../book/desk';
import { needWords } from '../../book/NeedDoors';
import { useWords } from '../../i18n';
import { useCommand } from '../../queries';
import { BOARDS } from '../../registers/boards';
import { useOpen } from '../../registers/open';
import { usePermit } from '../../ui/actor';
import { isTyping } from '../../ui/keys';
import { ErrorLine } from '../../ui/refusal';
import { When } from '../../ui/When';
import { SnoozeDialog } from './SnoozeDialog';

interface RemindersProps {
  reminders: readonly Reminder[];
  desk: Desk;
}

const SHAPES = { urgent: '▲', due: '●', soon: '○' } as const;

/** What presses now, the most pressing first. Each is a door; it goes away by doing, or stands back for a while with a reason. */
export function Reminders({ reminders, desk }: RemindersProps) {
  const { t } = useWords();
  const maySnooze = usePermit('today.snooze');
  const [putOff, setPutOff] = useState<Reminder | null>(null);
  const pressing = reminders.filter((one) => one.snoozed === null);
  const resting = reminders.filter((one) => one.snoozed !== null);
  return (
    <section className="reminders" aria-label={t('today:reminders')}>
      <h2>{t('today:reminders')}</h2>
      {pressing.length === 0 ? <p className="quiet">{t('today:nothing')}</p> : null}
      <ul>
        {pressing.map((one) => (
          <Line
            key={one.key}
            one={one}
            desk={desk}
            onPutOff={maySnooze && one.snoozeMinutes > 0 ? () => setPutOff(one) : null}
          />
        ))}
      </ul>
      {resting.length > 0 ? (
        <>
          <h3 className="quiet small">{t('today:snoozed', { count: resting.length })}</h3>
          <ul>
            {resting.map((one) => (
              <Resting key={one.key} one={one} desk={desk} mayWake={maySnooze} />
            ))}
          </ul>
        </>
      ) : null}
      {putOff ? (
        <SnoozeDialog
          reminder={putOff}
          about={titleOf(putOff, desk, t).join(' ')}
          onClose={() => setPutOff(null)}
        />
      ) : null}
    </section>
  );
}

type Translate = ReturnType<typeof useWords>['t'];

/** Name of the book and of the need, as its board says them. */
function titleOf({ register, need }: Reminder, desk: Desk, t: Translate): [book: string, need: string] {
  const board = BOARDS.find(({ counts }) => counts.book.register === register);
  return board
    ? [t(bookLabel(board.counts.book)), t(needLabel(board.counts.book, need), needWords(desk))]
    : [register, need];
}

/** Where the board of the book opens a need. */
const doorOf = ({ register, need }: Reminder) => ({
  register: BOARDS.find(({ counts }) => counts.book.register === register)?.opens?.[need] ?? register,
  need,
});

interface LineProps {
  one: Reminder;
  desk: Desk;
  onPutOff: (() => void) | null;
}

function Line({ one, desk, onPutOff }: LineProps) {
  const { t } = useWords();
  const open = useOpen();
  const [book, need] = titleOf(one, desk, t);
  return (
    <li className={`reminder ${one.weight}`}>
      <button
        type="button"
        className="reminder-door"
        title={onPutOff ? t('today:putOffKey') : t('today:cannotWait')}
        onClick={() => open(doorOf(one))}
        onKeyDown={(event) => {
          if (event.code !== 'KeyZ' || event.ctrlKey || isTyping(event.target) || !onPutOff) return;
          event.preventDefault();
          onPutOff();
        }}
      >
        <span className="reminder-shape" aria-hidden="true">
          {SHAPES[one.weight]}
        </span>
        <span className="reminder-word">
          <span className="quiet small">{book}</span> {need}
          {one.since ? (
            <span className="quiet small reminder-since">
              {t('today:since')} <When at={one.since} />
            </span>
          ) : null}
        </span>
        <span className="number need-count">{one.count}</span>
      </button>
      {onPutOff ? (
        <Button variant="subtle" size="compact-xs" onClick={onPutOff}>
          {t('today:putOff')}
        </Button>
      ) : null}
    </li>
  );
}

function Resting({ one, desk, mayWake }: { one: Reminder; desk: Desk; mayWake: boolean }) {
  const { t } = useWords();
  const wake = useCommand('today.wake');
  const { snoozed } = one;
  if (!snoozed) return null;
  return (
    <li className="reminder resting">
      <span className="reminder-word">
        {titleOf(one, desk, t)[1]} <span className="number">{one.count}</span>
        <span className="quiet small reminder-since">
          <When at={snoozed.until} /> {t('today:until', { by: snoozed.byName, reason: snoozed.reason })}
        </span>
        <ErrorLine error={wake.error ?? undefined} />
      </span>
      {mayWake ? (
        <Button variant="subtle" size="compact-xs" onClick={() => void wake.run({ key: one.key })}>
          {t('today:wake')}
        </Button>
      ) : null}
    </li>
  );
}
