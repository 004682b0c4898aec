import {
  ACCESS_CARD_CORRECTABLE,
  type AccessCardLine,
  CARD_RELATIONS,
} from '../../../shared/registers/access-cards.row';
import type { EntryPageProps } from '../../book/BookTab';
import type { EntryField } from '../../book/EntryFields';
import { EntryLink } from '../../book/EntryLink';
import { EntryPage } from '../../book/EntryPage';
import { DAY, type Editor, LONG_TEXT, MONEY, PHONE, TIME } from '../../book/editors';
import { useOp } from '../../queries';
import { ACCESS_CARDS } from './books';
import { Archive, Block, Recover, Renew, Replace, ReportLoss, Return } from './dialogs';
import { cardTone } from './tones';

const always = (field: string): EntryField => ({ field });
const ifAny = (field: string): EntryField => ({ field, ifAny: true });

const another = (field: string, id: string | null, serialNo: string | null): EntryField => ({
  field,
  ifAny: true,
  own: id ? (
    <EntryLink register="accessCards" entryId={id}>
      {serialNo}
    </EntryLink>
  ) : undefined,
});

const fieldsOf = (card: AccessCardLine): EntryField[] => [
  ...['kind', 'cardNo', 'holderName', 'holderPhone'].map(always),
  {
    field: 'unitCode',
    own: card.unitId ? (
      <EntryLink register="units" entryId={card.unitId}>
        {card.unitCode}
      </EntryLink>
    ) : undefined,
  },
  always('relation'),
  ifAny('plate'),
  ...['issuedAt', 'validFromOn', 'validToOn', 'depositCents', 'feeCents', 'receiptNo'].map(always),
  ...['lostAt', 'lossReporterName', 'blockedAt', 'blockedByName', 'recoveredAt'].map(ifAny),
  another('replacesNo', card.replacesId, card.replacesNo),
  another('replacedByNo', card.replacedById, card.replacedByNo),
  ...['returnedAt', 'returnerName', 'returnCondition', 'takenBackByName'].map(ifAny),
  ...['depositOutcome', 'depositBackCents', 'depositReason', 'refundReceiptNo'].map(ifAny),
  ...['archivedAt', 'archivedByName', 'voidReason', 'voidedAt', 'voidedByName'].map(ifAny),
  { field: 'note', ifAny: true, wide: true },
  ...['recordedAt', 'recorderName'].map(always),
];

const EDITORS: Record<string, Editor> = {
  cardNo: { kind: 'text', max: 30 },
  holderName: { kind: 'text', max: 40 },
  holderPhone: PHONE,
  relation: { kind: 'choice', group: `${ACCESS_CARDS.ns}:relation`, codes: CARD_RELATIONS },
  plate: { kind: 'text', max: 15 },
  issuedAt: TIME,
  validFromOn: DAY,
  validToOn: DAY,
  feeCents: MONEY,
  depositCents: MONEY,
  receiptNo: { kind: 'text', max: 30 },
  note: LONG_TEXT,
};
const DIALOGS = {
  return: Return,
  renew: Renew,
  reportLoss: ReportLoss,
  block: Block,
  recover: Recover,
  replace: Replace,
  archive: Archive,
};

/** One card with its acts and its story. A scanned card comes here with its next act. */
export function CardEntry({ id, desk, action, onBack }: EntryPageProps) {
  const asked = useOp('accessCards.entry', { id }, { keep: true });
  return (
    <EntryPage<AccessCardLine>
      book={ACCESS_CARDS}
      desk={desk}
      asked={asked}
      action={action}
      onBack={onBack}
      name={(card) => `${card.cardNo} ${card.holderName ?? ''}`}
      tone={cardTone}
      fields={fieldsOf}
      dialogs={DIALOGS}
      correct={{ fields: () => ACCESS_CARD_CORRECTABLE, editors: EDITORS }}
      unmask={{ permit: 'accessCards.unmask', masked: (card) => card.holderPhone !== null }}
      papers={{
        permit: 'accessCards.print',
        of: (card) => (card.state === 'issued' ? [{ form: 'cardLabel', entryId: card.id }] : []),
      }}
    />
  );
}
