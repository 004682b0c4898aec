import { type MailItemLine, NOTICE_HOWS, RETURN_REASONS } from '../../../shared/registers/mail-items.row';
import { ActForm } from '../../book/dialogs/ActForm';
import type { ActProps } from '../../book/dialogs/act';
import { choiceIn, type Editor, LONG_TEXT, TIME } from '../../book/editors';
import { useOp } from '../../queries';
import { UnitField } from '../units/UnitField';
import { MAIL_ITEMS } from './books';
import { CollectDialog } from './CollectDialog';
import { MailTicks, type Ticks, useTicks } from './MailTicks';

/** The acts on mail, in the order of the paper. What waits together is offered together. */

type MailAct = ActProps<MailItemLine>;
const about = (entry: MailItemLine): string =>
  [entry.serialNo, entry.unitCode ?? entry.department, entry.addresseeName].filter(Boolean).join('  ');
const base = ({ entry, onClose, onDone }: MailAct) => ({
  book: MAIL_ITEMS,
  entry,
  about: about(entry),
  onClose,
  onDone,
});
const NAME: Editor = { kind: 'text', max: 40 };
const WHEN = { name: 'at', label: 'mail:field.mailItems.closedAt', editor: TIME } as const;
const choice = choiceIn('mail');
const UNIT: Editor = { kind: 'own', draw: (props) => <UnitField {...props} /> };

/** What waits with the entry and may do the act too; the entry itself always. */
function useTogether(entry: MailItemLine, fits: (row: MailItemLine) => boolean): Ticks {
  const waiting = useOp('mailItems.waitingWith', { id: entry.id });
  const rows = waiting.data?.rows.filter(fits) ?? [];
  return useTicks(rows.some((row) => row.id === entry.id) ? rows : [entry, ...rows]);
}

/** 领取: opens with everything of the unit ticked. */
export function Collect({ entry, onClose, onDone }: MailAct) {
  return (
    <CollectDialog
      unitId={entry.unitId ?? ''}
      itemId={entry.id}
      about={about(entry)}
      onClose={onClose}
      onDone={onDone}
    />
  );
}

/** 分拣上架. */
export function Sort(props: MailAct) {
  const { entry } = props;
  return (
    <ActForm
      op="mailItems.sort"
      {...base(props)}
      fields={[
        { name: 'unitId', editor: UNIT, first: entry.unitId ?? '' },
        { name: 'department', editor: NAME, first: entry.department ?? '' },
        { name: 'addresseeName', editor: NAME, first: entry.addresseeName ?? '' },
        { name: 'shelf', editor: { kind: 'text', max: 20 }, first: '', hint: 'mail:screen.shelfHint' },
      ]}
    />
  );
}

/** 通知收件人. */
export function Notify(props: MailAct) {
  const ticks = useTogether(props.entry, (row) => row.state !== 'arrived');
  return (
    <ActForm
      op="mailItems.notify"
      {...base(props)}
      more={{ items: ticks.items }}
      fields={[
        { name: 'how', editor: choice('noticeHow', NOTICE_HOWS), required: true, first: 'message' },
        { name: 'reachedName', editor: NAME, first: props.entry.addresseeName ?? '' },
        { name: 'at', label: 'mail:field.mailItems.notifiedAt', editor: TIME },
      ]}
    >
      <MailTicks ticks={ticks} />
    </ActForm>
  );
}

/** 未签收离开. */
export function LeaveUnsigned(props: MailAct) {
  const ticks = useTogether(props.entry, (row) => row.id === props.entry.id);
  return (
    <ActForm
      op="mailItems.leaveUnsigned"
      {...base(props)}
      more={{ items: ticks.items }}
      grave
      fields={[
        { name: 'closure', editor: choice('closure', ['staffConfirmed', 'staffResolved']), required: true },
        { name: 'closeNote', editor: { kind: 'longText', max: 200 }, required: true },
        { name: 'takerName', editor: NAME },
        WHEN,
      ]}
    />
  );
}

/** 退件. */
export function ReturnToSender(props: MailAct) {
  const { entry } = props;
  const ticks = useTogether(entry, (row) => row.holdOver === entry.holdOver);
  return (
    <ActForm
      op="mailItems.returnToSender"
      {...base(props)}
      more={{ items: ticks.items }}
      fields={[
        {
          name: 'returnReason',
          editor: choice('returnReason', RETURN_REASONS),
          required: true,
          first: entry.holdOver ? 'unclaimed' : '',
        },
        { name: 'takerName', label: 'mail:field.mailItems.courierName', editor: NAME, required: true },
        { name: 'closeNote', editor: LONG_TEXT },
        WHEN,
      ]}
    >
      <MailTicks ticks={ticks} />
    </ActForm>
  );
}

/** 转寄. */
export function Forward(props: MailAct) {
  return (
    <ActForm
      op="mailItems.forward"
      {...base(props)}
      fields={[
        { name: 'destination', editor: { kind: 'text', max: 120 }, required: true },
        { name: 'takerName', label: 'mail:field.mailItems.courierName', editor: NAME },
        { name: 'closeNote', editor: LONG_TEXT },
        WHEN,
      ]}
    />
  );
}

/** 登记遗失. */
export function ReportLost(props: MailAct) {
  return (
    <ActForm
      op="mailItems.reportLost"
      {...base(props)}
      grave
      fields={[{ name: 'closeNote', editor: LONG_TEXT, required: true }, WHEN]}
    />
  );
}

/** 放回架位. */
export function PutBack(props: MailAct) {
  return (
    <ActForm
      op="mailItems.putBack"
      {...base(props)}
      fields={[
        { name: 'reason', editor: { kind: 'longText', max: 200 }, required: true },
        { name: 'shelf', editor: { kind: 'text', max: 20 }, first: props.entry.shelf ?? '' },
      ]}
    />
  );
}

/** 交快递寄出: everything that waits for a carrier is offered; a number is written for one alone. */
export function Dispatch(props: MailAct) {
  const { entry } = props;
  const asked = useOp('mailItems.list', { filter: { need: 'toSend' }, limit: 60 });
  const others = (asked.data?.rows ?? []).filter((row) => row.id !== entry.id);
  const ticks = useTicks([entry, ...others]);
  const alone = ticks.items.length === 1;
  return (
    <ActForm
      op="mailItems.dispatch"
      {...base(props)}
      more={{ items: ticks.items }}
      fields={[
        { name: 'takerName', label: 'mail:field.mailItems.courierName', editor: NAME, required: true },
        {
          name: 'trackingNo',
          editor: { kind: 'text', max: 60 },
          first: entry.trackingNo ?? '',
          when: alone,
        },
        { name: 'carrier', editor: { kind: 'text', max: 30 }, first: entry.carrier ?? '' },
        WHEN,
      ]}
    >
      <MailTicks ticks={ticks} />
    </ActForm>
  );
}

/** 寄件人取回. */
export function Withdraw(props: MailAct) {
  return (
    <ActForm
      op="mailItems.withdraw"
      {...base(props)}
      fields={[
        { name: 'takerName', editor: NAME, required: true, first: props.entry.senderName ?? '' },
        { name: 'closeNote', editor: LONG_TEXT },
        WHEN,
      ]}
    />
  );
}
