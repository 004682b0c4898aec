import { yuan } from '../../../shared/money';
import {
  TOOL_BORROWERS,
  TOOL_IDENTITIES,
  TOOL_OUTCOMES,
  type ToolLoanLine,
} from '../../../shared/registers/tool-loans.row';
import type { ToolLine } from '../../../shared/registers/tools.row';
import { ActForm } from '../../book/dialogs/ActForm';
import type { ActProps } from '../../book/dialogs/act';
import { MONEY, PHONE, TIME } from '../../book/editors';
import { useWords } from '../../i18n';
import { useOp } from '../../queries';
import { UNIT } from '../units/unit-editor';
import { TOOL_LOANS, TOOLS } from './books';
import { choice, NAME, NUMBER, REASON } from './editors';

/** The acts on tools and their loans: a few fields each, in the order of F25. */

type LoanAct = ActProps<ToolLoanLine>;
type ToolAct = ActProps<ToolLine>;

const base = ({ entry, onClose, onDone }: LoanAct) => ({
  book: TOOL_LOANS,
  entry,
  about: [entry.serialNo, entry.toolNo, entry.toolName, entry.borrowerName].filter(Boolean).join('  '),
  onClose,
  onDone,
});
const toolBase = ({ entry, onClose, onDone }: ToolAct) => ({
  book: TOOLS,
  entry,
  about: `${entry.toolNo}  ${entry.name}`,
  onClose,
  onDone,
});

/** What of the deposit the office still holds, in fen. */
const heldCents = (entry: ToolLoanLine): number => (entry.depositBackCents === null ? entry.depositCents : 0);

/** 归还: condition and deposit. */
export function Return(props: LoanAct) {
  const { t } = useWords();
  const held = heldCents(props.entry);
  const money = held > 0;
  return (
    <ActForm
      op="toolLoans.return"
      {...base(props)}
      {...(money ? {} : { more: { depositBackCents: 0 } })}
      fields={[
        {
          name: 'condition',
          editor: choice('condition', ['good', 'damaged']),
          required: true,
          first: 'good',
        },
        { name: 'damageNote', editor: REASON },
        { name: 'returnerName', editor: NAME, first: props.entry.borrowerName ?? '' },
        { name: 'at', label: 'custody:field.toolLoans.returnedAt', editor: TIME },
        { name: 'depositBackCents', editor: MONEY, required: true, first: String(held / 100), when: money },
        { name: 'depositReason', editor: REASON, when: money },
        { name: 'refundReceiptNo', editor: NUMBER, when: money },
      ]}
    >
      {money ? <p>{t('custody:screen.depositHeld', { yuan: yuan(held) })}</p> : null}
    </ActForm>
  );
}

/** 归还, begun from the tool: its open loan comes back. */
export function ReturnOfTool(props: ToolAct) {
  const { loanId } = props.entry;
  const asked = useOp('toolLoans.entry', { id: loanId ?? '' }, { enabled: loanId !== null });
  if (!asked.data) return null;
  return <Return {...props} entry={asked.data.entry} />;
}

/** 借出, begun from the tool. */
export function Lend(props: ToolAct) {
  const { t } = useWords();
  const { entry } = props;
  const radio = entry.kind === 'radio';
  return (
    <ActForm
      op="toolLoans.issue"
      {...toolBase(props)}
      book={TOOL_LOANS}
      more={{ toolId: entry.id, ...(radio ? { depositCents: 0 } : {}), dueAt: null }}
      fields={[
        {
          name: 'borrowerClass',
          editor: choice('borrower', [...TOOL_BORROWERS, 'contractor']),
          required: true,
          first: radio ? 'staff' : 'resident',
        },
        { name: 'unitId', editor: UNIT, when: !radio },
        { name: 'borrowerName', editor: NAME, required: true },
        { name: 'borrowerPhone', editor: PHONE },
        {
          name: 'identity',
          editor: choice('identity', TOOL_IDENTITIES),
          required: true,
          first: radio ? 'workCard' : 'ownerCard',
        },
        {
          name: 'conditionOut',
          editor: { kind: 'text', max: 80 },
          required: true,
          first: t('custody:condition.good'),
        },
        {
          name: 'depositCents',
          editor: MONEY,
          first: entry.depositCents > 0 ? String(entry.depositCents / 100) : '',
          when: !radio,
        },
        { name: 'depositReceiptNo', editor: NUMBER, when: !radio },
        { name: 'issuedAt', editor: TIME },
        { name: 'note', editor: REASON },
      ]}
    />
  );
}

/** 续借. */
export function Extend(props: LoanAct) {
  return (
    <ActForm
      op="toolLoans.extend"
      {...base(props)}
      fields={[
        { name: 'dueAt', editor: { kind: 'time', later: true }, required: true },
        { name: 'note', editor: REASON, first: props.entry.note ?? '' },
      ]}
    />
  );
}

/** 报失. */
export function ReportLoss(props: LoanAct) {
  return (
    <ActForm
      op="toolLoans.reportLoss"
      {...base(props)}
      fields={[
        { name: 'damageNote', editor: REASON, required: true },
        { name: 'at', label: 'custody:field.toolLoans.lostAt', editor: TIME },
      ]}
    />
  );
}

/** 赔偿/核销. */
export function Settle(props: LoanAct) {
  const { t } = useWords();
  const held = heldCents(props.entry);
  const money = held > 0;
  return (
    <ActForm
      op="toolLoans.settle"
      {...base(props)}
      {...(money ? {} : { more: { depositBackCents: 0 } })}
      fields={[
        { name: 'outcome', editor: choice('outcome', TOOL_OUTCOMES), required: true, first: 'compensated' },
        { name: 'outcomeCents', editor: MONEY, hint: 'custody:screen.receiptOfPay' },
        { name: 'outcomeReceiptNo', editor: NUMBER },
        { name: 'depositBackCents', editor: MONEY, required: true, first: String(held / 100), when: money },
        { name: 'depositReason', editor: REASON, when: money },
        { name: 'note', editor: { kind: 'longText', max: 300 }, first: props.entry.note ?? '' },
      ]}
    >
      {money ? <p>{t('custody:screen.depositHeld', { yuan: yuan(held) })}</p> : null}
    </ActForm>
  );
}

/** 送修. */
export function Repair(props: ToolAct) {
  return (
    <ActForm
      op="tools.repair"
      {...toolBase(props)}
      fields={[{ name: 'reason', label: 'custody:field.tools.repairReason', editor: REASON, required: true }]}
    />
  );
}

/** 修复或找回. */
export function BringBack(props: ToolAct) {
  return (
    <ActForm
      op="tools.bringBack"
      {...toolBase(props)}
      fields={[{ name: 'condition', editor: { kind: 'text', max: 80 } }]}
    />
  );
}

/** 盘点缺失. */
export function ReportMissing(props: ToolAct) {
  return (
    <ActForm
      op="tools.reportMissing"
      {...toolBase(props)}
      fields={[{ name: 'reason', editor: { kind: 'text', max: 80 }, required: true }]}
    />
  );
}

/** 报废. */
export function Retire(props: ToolAct) {
  return (
    <ActForm
      op="tools.retire"
      {...toolBase(props)}
      grave
      fields={[
        { name: 'reason', label: 'custody:field.tools.retiredReason', editor: REASON, required: true },
      ]}
    />
  );
}
