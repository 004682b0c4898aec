import { Button } from '@mantine/core';
import { useState } from 'react';
import { dayTimeOf } from '../../../shared/dates';
import type { NoticeLine, NoticeReceiptLine } from '../../../shared/registers/notices.row';
import { ActForm } from '../../book/dialogs/ActForm';
import { useWords } from '../../i18n';
import { NOTICES } from './books';
import { REASON } from './editors';

interface ReceiptsProps {
  notice: NoticeLine;
  receipts: readonly NoticeReceiptLine[];
  mayStrike: boolean;
  onSaved: () => void;
}

/** 签收名单 (F33): who signed for how many; a wrong line is struck and stays. */
export function Receipts({ notice, receipts, mayStrike, onSaved }: ReceiptsProps) {
  const { t } = useWords();
  const [striking, setStriking] = useState<string | null>(null);
  return (
    <section>
      <h2>{t('notices:screen.list')}</h2>
      <p className="quiet">{t('notices:screen.total', { n: notice.handedOut })}</p>
      <table className="receipts">
        <tbody>
          {receipts.map((one) => (
            <tr key={one.id}>
              <td>{one.lineNo}</td>
              <td className={one.struckReason ? 'struck' : undefined}>{one.unitCode}</td>
              <td className={one.struckReason ? 'struck' : undefined}>{one.copies}</td>
              <td className={one.struckReason ? 'struck' : undefined}>{one.receiverName}</td>
              <td>{dayTimeOf(one.deliveredAt)}</td>
              <td>{one.deliveredByName}</td>
              <td>
                {one.struckReason ? (
                  t('notices:screen.struck', { reason: one.struckReason, by: one.struckByName ?? '' })
                ) : mayStrike ? (
                  <Button size="compact-xs" variant="subtle" onClick={() => setStriking(one.id)}>
                    {t('notices:screen.strike')}
                  </Button>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {striking ? (
        <ActForm
          op="notices.strikeReceipt"
          book={NOTICES}
          entry={notice}
          about={`${notice.serialNo}  ${notice.title}`}
          more={{ receiptId: striking }}
          fields={[{ name: 'reason', label: 'book:field.reason', editor: REASON, required: true }]}
          grave
          onClose={() => setStriking(null)}
          onDone={onSaved}
        />
      ) : null}
    </section>
  );
}
