import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Input } from '../../../shared/api';
import { MAIL_NEEDS } from '../../../shared/registers/mail-items';
import { MAIL_ITEM_SCREEN } from '../../../shared/registers/mail-items.columns';
import {
  MAIL_DIRECTIONS,
  MAIL_KINDS,
  MAIL_STATES,
  type MailItemLine,
} from '../../../shared/registers/mail-items.row';
import { BookList } from '../../book/BookList';
import type { BookPageProps } from '../../book/BookTab';
import { fieldLabel } from '../../book/book';
import { daysOf, needOf, textsOf, ticked } from '../../book/filters';
import { StateCell } from '../../book/StateCell';
import { useWords } from '../../i18n';
import { useOpPages } from '../../queries';
import { MAIL_ITEMS } from './books';
import { CollectDialog } from './CollectDialog';
import { Intake } from './Intake';
import { SendDialog } from './SendDialog';
import { mailTone } from './tones';

/** 邮件(快递)收发登记 (S16, F22): the intake strip on top, the book below; collecting and sending by buttons. */
export function MailBook({ desk, filter, onFilter, onOpen, strip, onBack }: BookPageProps) {
  const { t } = useWords();
  const [open, setOpen] = useState<'collect' | 'send' | null>(null);
  const asked: Input<'mailItems.list'>['filter'] = {
    need: needOf(filter, MAIL_NEEDS),
    states: ticked(filter.states, MAIL_STATES),
    kinds: ticked(filter.picks.kinds, MAIL_KINDS),
    directions: ticked(filter.picks.directions, MAIL_DIRECTIONS),
    ...daysOf(filter),
    ...textsOf(filter),
  };
  const list = useOpPages('mailItems.list', { filter: asked, limit: 100 });
  const records = desk.may('mailItems.record');
  const select = (name: 'kinds' | 'directions', field: 'kind' | 'direction', codes: readonly string[]) => ({
    name,
    label: t(fieldLabel(MAIL_ITEMS, field)),
    choices: codes.map((value) => ({ value, label: t(`mail:${field}.${value}`) })),
  });
  return (
    <>
      {records ? <Intake desk={desk} place={strip} onBack={onBack} /> : null}
      <BookList<MailItemLine>
        book={MAIL_ITEMS}
        desk={desk}
        list={list}
        columns={MAIL_ITEM_SCREEN}
        render={RENDER}
        onOpen={onOpen}
        filters={{
          states: MAIL_STATES,
          byPerson: true,
          selects: [select('kinds', 'kind', MAIL_KINDS), select('directions', 'direction', MAIL_DIRECTIONS)],
          value: filter,
          onChange: onFilter,
        }}
        actions={
          <>
            {desk.may('mailItems.handle') ? (
              <Button onClick={() => setOpen('collect')}>{t('mail:screen.collect')}</Button>
            ) : null}
            {records ? (
              <Button variant="default" onClick={() => setOpen('send')}>
                {t('mail:screen.send')}
              </Button>
            ) : null}
          </>
        }
        exported={{ permit: 'mailItems.export', register: 'mailItems', filter: asked }}
        prints={{
          permit: 'mailItems.print',
          months: ['F22', 'shelfLabel'],
          blank: ['F22', 'F23', 'mailReceipt'],
        }}
      />
      {open === 'collect' ? <CollectDialog unitId="" onClose={() => setOpen(null)} /> : null}
      {open === 'send' ? <SendDialog onClose={() => setOpen(null)} /> : null}
    </>
  );
}

/** Number, state, and what must not wait. */
function MailNumber({ row }: { row: MailItemLine }) {
  const { t } = useWords();
  return (
    <StateCell book={MAIL_ITEMS} row={row} tone={mailTone(row)}>
      {row.notifyLate ? <span className="seal small">{t('mail:screen.tellNow')}</span> : null}
      {row.holdOver ? <span className="seal small">{t('mail:need.mailItems.toReturn')}</span> : null}
    </StateCell>
  );
}
const RENDER = { serialNo: (row: MailItemLine) => <MailNumber row={row} /> };
