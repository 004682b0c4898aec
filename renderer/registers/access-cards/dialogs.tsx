import { yuan } from '../../../shared/money';
import type { AccessCardLine } from '../../../shared/registers/access-cards.row';
import { ActForm } from '../../book/dialogs/ActForm';
import type { ActProps } from '../../book/dialogs/act';
import { choiceIn, DAY, type Editor, MONEY, TIME } from '../../book/editors';
import { useWords } from '../../i18n';
import { ACCESS_CARDS } from './books';

/** The acts on a card: a few fields each, in the order of the paper. */

type CardAct = ActProps<AccessCardLine>;
const base = ({ entry, onClose, onDone }: CardAct) => ({
  book: ACCESS_CARDS,
  entry,
  about: [entry.serialNo, entry.cardNo, entry.holderName, entry.unitCode].filter(Boolean).join('  '),
  onClose,
  onDone,
});
const NAME: Editor = { kind: 'text', max: 40 };
const NUMBER: Editor = { kind: 'text', max: 30 };
const REASON: Editor = { kind: 'longText', max: 200 };
const choice = choiceIn('access-cards');

/** 退还: the card and the deposit change hands. */
export function Return(props: CardAct) {
  const { t } = useWords();
  const { entry } = props;
  const held = entry.depositOutcome === null ? entry.depositCents : 0;
  const money = held > 0;
  return (
    <ActForm
      op="accessCards.return"
      {...base(props)}
      {...(money ? {} : { more: { depositBackCents: 0 } })}
      fields={[
        { name: 'returnerName', editor: NAME, first: entry.holderName ?? '' },
        { name: 'at', label: 'access-cards:field.accessCards.returnedAt', editor: TIME },
        {
          name: 'condition',
          editor: choice('condition', ['good', 'damaged']),
          required: true,
          first: 'good',
        },
        { name: 'depositBackCents', editor: MONEY, required: true, first: String(held / 100), when: money },
        { name: 'depositReason', editor: REASON, when: money },
        { name: 'refundReceiptNo', editor: NUMBER, when: money },
      ]}
    >
      {money ? <p>{t('access-cards:screen.depositHeld', { yuan: yuan(held) })}</p> : null}
    </ActForm>
  );
}

/** 延长有效期. */
export function Renew(props: CardAct) {
  return (
    <ActForm
      op="accessCards.renew"
      {...base(props)}
      fields={[
        { name: 'validToOn', editor: DAY, required: true },
        { name: 'note', editor: REASON, first: props.entry.note ?? '' },
      ]}
    />
  );
}

/** 挂失: who said so, and whether it is blocked already. */
export function ReportLoss(props: CardAct) {
  return (
    <ActForm
      op="accessCards.reportLoss"
      {...base(props)}
      fields={[
        { name: 'reporterName', editor: NAME, first: props.entry.holderName ?? '' },
        { name: 'at', label: 'access-cards:field.accessCards.lostAt', editor: TIME },
        { name: 'blocked', editor: choice('blocked', ['now', 'later']), required: true, first: 'now' },
      ]}
    />
  );
}

/** 停用. */
export function Block(props: CardAct) {
  return (
    <ActForm
      op="accessCards.block"
      {...base(props)}
      fields={[{ name: 'at', label: 'access-cards:field.accessCards.blockedAt', editor: TIME }]}
    />
  );
}

/** 找回恢复. */
export function Recover(props: CardAct) {
  return (
    <ActForm
      op="accessCards.recover"
      {...base(props)}
      fields={[{ name: 'at', label: 'access-cards:field.accessCards.recoveredAt', editor: TIME }]}
    />
  );
}

/** 补办: a new card for the lost one. */
export function Replace(props: CardAct) {
  const { t } = useWords();
  const { entry } = props;
  const held = entry.depositOutcome === null ? entry.depositCents : 0;
  return (
    <ActForm
      op="accessCards.replace"
      {...base(props)}
      fields={[
        { name: 'cardNo', editor: NUMBER, required: true },
        { name: 'at', label: 'access-cards:field.accessCards.issuedAt', editor: TIME },
        {
          name: 'deposit',
          editor: choice('deposit', ['carried', 'fresh']),
          required: true,
          first: held > 0 ? 'carried' : 'fresh',
        },
        { name: 'depositCents', editor: MONEY, hint: 'access-cards:screen.depositHint' },
        { name: 'feeCents', editor: MONEY },
        { name: 'receiptNo', editor: NUMBER },
        { name: 'note', editor: REASON },
      ]}
    >
      {held > 0 ? <p>{t('access-cards:screen.depositHeld', { yuan: yuan(held) })}</p> : null}
    </ActForm>
  );
}

/** 收缴存档. */
export function Archive(props: CardAct) {
  return <ActForm op="accessCards.archive" {...base(props)} />;
}
