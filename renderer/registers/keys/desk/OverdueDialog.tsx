import { Button } from '@mantine/core';
import { useState } from 'react';
import { dayTimeOf } from '../../../../shared/dates';
import { chaseText, overdueText } from '../../../../shared/registers/key-loans.cells';
import type { KeyLoanLine } from '../../../../shared/registers/key-loans.row';
import type { PrintRequest } from '../../../../shared/registers/prints';
import type { Desk } from '../../../book/desk';
import { useWords } from '../../../i18n';
import { useOp } from '../../../queries';
import { Dialog } from '../../../ui/Dialog';
import { useNotices } from '../../../ui/Notices';
import { PrintPreview } from '../../../ui/PrintPreview';
import { Chase } from './dialogs/loan-acts';

interface OverdueDialogProps {
  desk: Desk;
  onClose: () => void;
}

/** 未归还钥匙催还单 (S07, F12) as of now: whom to call, what was said last, a text for WeChat, the paper. */
export function OverdueDialog({ desk, onClose }: OverdueDialogProps) {
  const words = useWords();
  const { t } = words;
  const notices = useNotices();
  /** Whom the clerk is calling: the list stays behind, for the next call. */
  const [called, setCalled] = useState<KeyLoanLine | null>(null);
  const [paper, setPaper] = useState<PrintRequest | null>(null);
  const asked = useOp('keyLoans.overdueList', {});
  const rows = asked.data?.rows ?? [];
  const copy = async () => {
    await navigator.clipboard.writeText(overdueText(rows, asked.data?.at ?? '', words));
    notices.say(t('key-desk:screen.copied'));
  };
  return (
    <>
      <Dialog
        opened
        onClose={onClose}
        width={860}
        title={t('key-desk:screen.overdueTitle', { count: rows.length })}
      >
        {asked.data && rows.length === 0 ? <p>{t('key-desk:screen.noneOverdue')}</p> : null}
        <ul className="overdue-list">
          {rows.map((row) => (
            <li key={row.id} className="overdue-line">
              <div>
                <strong className="number">{row.keyNo}</strong> {row.keyName} · {row.borrowerName}{' '}
                <span className="quiet">{row.borrowerOrg}</span>{' '}
                <span className="number">{row.borrowerPhone}</span>
                <span className="seal small number">
                  {' '}
                  ▲ {dayTimeOf(row.dueAt)}{' '}
                  {row.overdueDays > 0
                    ? t('key-desk:mark.overdueDays', { days: row.overdueDays })
                    : t('key-desk:mark.overdue')}
                </span>
                <div className="quiet small">
                  {row.chases.length > 0
                    ? chaseText(row.chases[row.chases.length - 1]!, words)
                    : t('key-desk:screen.noChases')}
                </div>
              </div>
              {desk.may('keyLoans.issue') ? (
                <Button size="xs" variant="default" onClick={() => setCalled(row)}>
                  {t('key-desk:op.keyLoans.chase')}
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
        <div className="row end form-buttons">
          <Button variant="default" disabled={rows.length === 0} onClick={() => void copy()}>
            {t('key-desk:screen.copyChat')}
          </Button>
          {desk.may('keyLoans.print') ? (
            <Button onClick={() => setPaper({ form: 'F12' })}>{t('book:action.print')}</Button>
          ) : null}
        </div>
      </Dialog>
      {called ? (
        <Chase
          entry={called}
          desk={desk}
          onClose={() => setCalled(null)}
          onDone={() => notices.say(t('core:saved.plain'))}
          onOther={() => setCalled(null)}
        />
      ) : null}
      <PrintPreview request={paper} onClose={() => setPaper(null)} />
    </>
  );
}
