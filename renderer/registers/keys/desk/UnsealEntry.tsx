import { KEY_UNSEAL_CORRECTABLE, type KeyUnsealLine } from '../../../../shared/registers/key-unseals.row';
import type { EntryPageProps } from '../../../book/BookTab';
import type { EntryField } from '../../../book/EntryFields';
import { EntryLink } from '../../../book/EntryLink';
import { EntryPage } from '../../../book/EntryPage';
import { type Editor, LONG_TEXT } from '../../../book/editors';
import { useWords } from '../../../i18n';
import { useOp } from '../../../queries';
import { KEY_UNSEALS } from './books';
import './desk.css';
import { AddGoods, Reseal } from './dialogs/unseal-acts';
import { UNSEAL_TONES } from './tones';

const always = (field: string): EntryField => ({ field });
const ifAny = (field: string): EntryField => ({ field, ifAny: true });
const EDITORS: Record<string, Editor> = { reason: LONG_TEXT, oldBagNote: LONG_TEXT, note: LONG_TEXT };
const DIALOGS = { reseal: Reseal, addGoods: AddGoods };
const CORRECTABLE = () => KEY_UNSEAL_CORRECTABLE;

/** One opened storeroom: who agreed, what was taken, and the new bag with its two signers. */
export function UnsealEntry({ id, desk, action, onBack }: EntryPageProps) {
  const { t } = useWords();
  const asked = useOp('keyUnseals.entry', { id }, { keep: true });
  const fieldsOf = (row: KeyUnsealLine): readonly EntryField[] => [
    {
      field: 'keyNo',
      own: (
        <EntryLink register="keys" entryId={row.keyId}>
          {row.keyNo}
        </EntryLink>
      ),
    },
    ...['keyName', 'openedAt'].map(always),
    { field: 'openMinutes', own: t('key-desk:screen.minutes', { n: row.openMinutes }) },
    { field: 'reason', wide: true },
    ...['requesterName', 'requesterDepartment', 'supervisorName', 'agreedAt'].map(always),
    ...['oldBagNo', 'oldBagIntact'].map(always),
    { field: 'oldBagNote', ifAny: true, wide: true },
    ...['resealedAt', 'newBagNo', 'sealer1Name', 'sealer2Name'].map(always),
    ...['voidReason', 'voidedAt', 'voidedByName'].map(ifAny),
    { field: 'note', ifAny: true, wide: true },
    ...['recordedAt', 'recorderName'].map(ifAny),
  ];
  return (
    <EntryPage<KeyUnsealLine>
      book={KEY_UNSEALS}
      desk={desk}
      asked={asked}
      action={action}
      onBack={onBack}
      name={(row) => `${row.keyNo} ${row.keyName}`}
      tone={(row) => UNSEAL_TONES[row.state]}
      fields={fieldsOf}
      dialogs={DIALOGS}
      correct={{ fields: CORRECTABLE, editors: EDITORS }}
      papers={{ permit: 'keyLoans.print', of: (row) => [{ form: 'F11', entryId: row.id }] }}
    >
      {(row) => <Goods row={row} />}
    </EntryPage>
  );
}

/** 领用物品明细 as on F11. */
function Goods({ row }: { row: KeyUnsealLine }) {
  const { t } = useWords();
  const head = (field: string) => t(`key-desk:field.keyUnseals.${field}`);
  return (
    <section className="chases">
      <h3>{t('key-desk:screen.goods')}</h3>
      {row.goods.length === 0 ? (
        <p className="quiet">
          {t(row.nothingTaken === 1 ? 'key-desk:mark.nothingTaken' : 'key-desk:screen.noGoods')}
        </p>
      ) : (
        <table className="goods-table">
          <thead>
            <tr>
              {['name', 'spec', 'quantity', 'use', 'takenByName'].map((field) => (
                <th key={field}>{head(field)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {row.goods.map((goods) => (
              <tr key={goods.id}>
                <td>{goods.name}</td>
                <td>{goods.spec ?? '/'}</td>
                <td className="number">{goods.quantity}</td>
                <td>{goods.use}</td>
                <td>{goods.takenByName ?? '/'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
