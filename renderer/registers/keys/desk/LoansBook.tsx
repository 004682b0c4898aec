import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Input } from '../../../../shared/api';
import { monthOf } from '../../../../shared/dates';
import { KEY_LOAN_NEEDS } from '../../../../shared/registers/key-loans';
import { KEY_LOAN_SCREEN } from '../../../../shared/registers/key-loans.columns';
import { KEY_LOAN_STATES, type KeyLoanLine } from '../../../../shared/registers/key-loans.row';
import { BORROWER_CLASSES } from '../../../../shared/registers/key-loans.rules';
import { BookList } from '../../../book/BookList';
import type { BookPageProps } from '../../../book/BookTab';
import { fieldLabel } from '../../../book/book';
import { daysOf, needOf, textsOf, ticked } from '../../../book/filters';
import { StateCell } from '../../../book/StateCell';
import { useWords } from '../../../i18n';
import { useOp, useOpPages } from '../../../queries';
import { nowIso } from '../../../ui/fields/TimeField';
import { KEY_LOANS } from './books';
import './desk.css';
import { IssueKeys } from './IssueKeys';
import { OverdueDialog } from './OverdueDialog';
import { loanTone } from './tones';

/** 钥匙领用(借用)登记 (S05, F09): the issuing strip on top, the log below; needs go by due time. */
export function LoansBook({ desk, filter, onFilter, onOpen, strip, onBack }: BookPageProps) {
  const { t } = useWords();
  const [overdue, setOverdue] = useState(false);
  const asked: Input<'keyLoans.list'>['filter'] = {
    need: needOf(filter, KEY_LOAN_NEEDS),
    states: ticked(filter.states, KEY_LOAN_STATES),
    classes: ticked(filter.picks.classes, BORROWER_CLASSES),
    ...daysOf(filter),
    search: textsOf(filter).search,
  };
  const list = useOpPages('keyLoans.list', { filter: asked, limit: 100 });
  return (
    <>
      {desk.may('keyLoans.issue') ? <IssueKeys place={strip} onBack={onBack} /> : null}
      <BookList<KeyLoanLine>
        book={KEY_LOANS}
        desk={desk}
        list={list}
        columns={KEY_LOAN_SCREEN}
        render={RENDER}
        onOpen={onOpen}
        filters={{
          states: KEY_LOAN_STATES,
          selects: [
            {
              name: 'classes',
              label: t(fieldLabel(KEY_LOANS, 'borrowerClass')),
              choices: BORROWER_CLASSES.map((one) => ({
                value: one,
                label: t(`key-desk:borrowerClass.${one}`),
              })),
            },
          ],
          value: filter,
          onChange: onFilter,
        }}
        actions={
          <>
            <MonthRate />
            <Button variant="default" onClick={() => setOverdue(true)}>
              {t('key-desk:screen.overdueAll')}
            </Button>
          </>
        }
        exported={{ permit: 'keyLoans.export', register: 'keyLoans', filter: asked }}
        prints={{ permit: 'keyLoans.print', months: ['F09'], now: ['F12'], blank: ['F09', 'F10', 'F12'] }}
      />
      {overdue ? <OverdueDialog desk={desk} onClose={() => setOverdue(false)} /> : null}
    </>
  );
}

/** K16 of this month, computed as the book is read. */
function MonthRate() {
  const { t } = useWords();
  const rate = useOp('keyLoans.monthRate', { month: monthOf(nowIso()) }).data;
  if (!rate) return null;
  const { percent, ...counts } = rate;
  return (
    <span className="quiet small number month-rate">
      {percent === null ? t('key-desk:screen.rateNone') : t('key-desk:screen.rate', { percent, ...counts })}
    </span>
  );
}

/** Number, state, and in red how long it is late. */
function LoanNumber({ row }: { row: KeyLoanLine }) {
  const { t } = useWords();
  return (
    <StateCell book={KEY_LOANS} row={row} tone={loanTone(row)}>
      {row.overdue ? (
        <span className="seal small">
          {row.overdueDays > 0
            ? t('key-desk:mark.overdueDays', { days: row.overdueDays })
            : t('key-desk:mark.overdue')}
        </span>
      ) : row.dueToday ? (
        <span className="quiet small">{t('key-desk:mark.dueToday')}</span>
      ) : null}
      {row.state === 'out' && row.chases.length > 0 ? (
        <span className="quiet small">{t('key-desk:mark.chasing')}</span>
      ) : null}
    </StateCell>
  );
}

const RENDER = { serialNo: (row: KeyLoanLine) => <LoanNumber row={row} /> };
