import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Input } from '../../../shared/api';
import { monthOf } from '../../../shared/dates';
import { CONTACT_NEEDS } from '../../../shared/registers/contact-logs';
import { CONTACT_LOG_COLUMNS } from '../../../shared/registers/contact-logs.columns';
import {
  CONTACT_CHANNELS,
  CONTACT_KINDS,
  CONTACT_STATES,
  type ContactLogLine,
} from '../../../shared/registers/contact-logs.row';
import { BookList } from '../../book/BookList';
import type { BookPageProps } from '../../book/BookTab';
import { fieldLabel } from '../../book/book';
import { daysOf, needOf, textsOf, ticked } from '../../book/filters';
import { StateCell } from '../../book/StateCell';
import { useWords } from '../../i18n';
import { useOp, useOpPages } from '../../queries';
import { nowIso } from '../../ui/fields/TimeField';
import { CONTACT_LOGS } from './books';
import { NightDialog } from './NightDialog';
import { QuickContact } from './QuickContact';
import { contactTone } from './tones';

/** 来电来访(来信)登记 (S11, F18): the strip on top, the book below, the month's K1 in its bar. */
export function ContactsBook({ desk, filter, onFilter, onOpen, strip, onBack }: BookPageProps) {
  const { t } = useWords();
  const [night, setNight] = useState(false);
  const asked: Input<'contactLogs.list'>['filter'] = {
    need: needOf(filter, CONTACT_NEEDS),
    states: ticked(filter.states, CONTACT_STATES),
    channels: ticked(filter.picks.channels, CONTACT_CHANNELS),
    kinds: ticked(filter.picks.kinds, CONTACT_KINDS),
    ...daysOf(filter),
    ...textsOf(filter),
  };
  const list = useOpPages('contactLogs.list', { filter: asked, limit: 100 });
  const counts = useOp('contactLogs.counts', {});
  const nightly = counts.data?.toTakeOver ?? 0;
  const select = (name: 'channels' | 'kinds', field: 'channel' | 'kind', codes: readonly string[]) => ({
    name,
    label: t(fieldLabel(CONTACT_LOGS, field)),
    choices: codes.map((value) => ({ value, label: t(`contacts:${field}.${value}`) })),
  });
  return (
    <>
      {desk.may('contactLogs.record') ? <QuickContact place={strip} onBack={onBack} /> : null}
      <BookList<ContactLogLine>
        book={CONTACT_LOGS}
        desk={desk}
        list={list}
        columns={CONTACT_LOG_COLUMNS}
        render={RENDER}
        onOpen={onOpen}
        filters={{
          states: CONTACT_STATES,
          byPerson: true,
          selects: [select('kinds', 'kind', CONTACT_KINDS), select('channels', 'channel', CONTACT_CHANNELS)],
          value: filter,
          onChange: onFilter,
        }}
        actions={
          <>
            {desk.may('contactLogs.readAll') ? <MonthRate on={asked.fromOn ?? null} /> : null}
            {nightly > 0 && desk.may('contactLogs.handle') ? (
              <Button variant="default" onClick={() => setNight(true)}>
                {t('contacts:screen.nightAll', { n: nightly })}
              </Button>
            ) : null}
          </>
        }
        exported={{ permit: 'contactLogs.export', register: 'contactLogs', filter: asked }}
        prints={{ permit: 'contactLogs.print', months: ['F18'], blank: ['F18'] }}
      />
      {night ? <NightDialog onClose={() => setNight(false)} /> : null}
    </>
  );
}

/** K1 of the month shown: that of the filter's first day, else this one; computed as the book is read. */
function MonthRate({ on }: { on: string | null }) {
  const { t } = useWords();
  const month = on?.slice(0, 7) ?? monthOf(nowIso());
  const rate = useOp('contactLogs.monthRate', { month }).data;
  if (!rate) return null;
  const { percent, contacts, rated } = rate;
  return (
    <span className="quiet small number month-rate">
      {percent === null
        ? t('contacts:screen.rateNone', { month, contacts })
        : t('contacts:screen.rate', { month, percent, contacts, rated })}
    </span>
  );
}

/** Number, state, and in red that the promised time is over. */
function ContactNumber({ row }: { row: ContactLogLine }) {
  const { t } = useWords();
  return (
    <StateCell book={CONTACT_LOGS} row={row} tone={contactTone(row)}>
      {row.overdue ? <span className="seal small">{t('contacts:screen.late')}</span> : null}
      {row.toTakeOver ? <span className="seal small">{t('contacts:mark.atGate')}</span> : null}
    </StateCell>
  );
}
const RENDER = { serialNo: (row: ContactLogLine) => <ContactNumber row={row} /> };
