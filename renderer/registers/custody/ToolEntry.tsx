import { TOOL_CORRECTABLE, type ToolLine } from '../../../shared/registers/tools.row';
import type { EntryPageProps } from '../../book/BookTab';
import type { EntryField } from '../../book/EntryFields';
import { EntryLink } from '../../book/EntryLink';
import { EntryPage } from '../../book/EntryPage';
import { COUNT, type Editor, LONG_TEXT, MONEY } from '../../book/editors';
import { useOp } from '../../queries';
import { TOOLS } from './books';
import { NAME } from './editors';
import { BringBack, Lend, Repair, ReportMissing, Retire, ReturnOfTool } from './loan-dialogs';
import { toolTone } from './tones';

const always = (field: string): EntryField => ({ field });
const ifAny = (field: string): EntryField => ({ field, ifAny: true });

const fieldsOf = (tool: ToolLine): EntryField[] => [
  ...['toolNo', 'name', 'kind', 'keepPlace', 'lendDays', 'depositCents', 'condition'].map(always),
  {
    field: 'loanNo',
    ifAny: true,
    own: tool.loanId ? (
      <EntryLink register="toolLoans" entryId={tool.loanId}>
        {tool.loanNo}
      </EntryLink>
    ) : undefined,
  },
  ...['borrowerName', 'dueAt', 'repairReason', 'retiredReason', 'changedAt'].map(ifAny),
  ...['voidReason', 'voidedAt', 'voidedByName'].map(ifAny),
  { field: 'note', ifAny: true, wide: true },
  ...['recordedAt', 'recorderName'].map(always),
];

const EDITORS: Record<string, Editor> = {
  toolNo: { kind: 'text', max: 20 },
  name: NAME,
  keepPlace: NAME,
  lendDays: COUNT,
  depositCents: MONEY,
  condition: { kind: 'text', max: 80 },
  note: LONG_TEXT,
};
const DIALOGS = {
  'toolLoans.issue': Lend,
  'toolLoans.return': ReturnOfTool,
  bringBack: BringBack,
  repair: Repair,
  reportMissing: ReportMissing,
  retire: Retire,
};

/** One tool with its acts and its story. */
export function ToolEntry({ id, desk, action, onBack }: EntryPageProps) {
  const asked = useOp('tools.entry', { id }, { keep: true });
  return (
    <EntryPage<ToolLine>
      book={TOOLS}
      desk={desk}
      asked={asked}
      action={action}
      onBack={onBack}
      name={(tool) => `${tool.toolNo} ${tool.name}`}
      tone={toolTone}
      fields={fieldsOf}
      dialogs={DIALOGS}
      last={['retire']}
      correct={{ fields: () => TOOL_CORRECTABLE, editors: EDITORS }}
      papers={{
        permit: 'tools.print',
        of: (tool) => (tool.state === 'voided' ? [] : [{ form: 'toolLabel', entryId: tool.id }]),
      }}
    />
  );
}
