import type { Input } from '../../../shared/api';
import { TOOL_LOAN_NEEDS } from '../../../shared/registers/tool-loans';
import { TOOL_LOAN_COLUMNS } from '../../../shared/registers/tool-loans.columns';
import {
  TOOL_BORROWERS,
  TOOL_IDENTITIES,
  TOOL_LOAN_STATES,
  type ToolLoanLine,
} from '../../../shared/registers/tool-loans.row';
import { BookList } from '../../book/BookList';
import type { BookPageProps } from '../../book/BookTab';
import { MONEY, PHONE, TIME } from '../../book/editors';
import { daysOf, needOf, textsOf, ticked } from '../../book/filters';
import { QuickForm } from '../../book/QuickForm';
import { StateCell } from '../../book/StateCell';
import { useWords } from '../../i18n';
import { useOp, useOpPages } from '../../queries';
import { instantTyped } from '../../ui/fields/TimeField';
import { UNIT } from '../units/unit-editor';
import { TOOL_LOANS } from './books';
import { choice, NAME, NUMBER } from './editors';
import { loanTone } from './tones';

/** 便民工具借用登记 (S18, F25): lending on top, the book below. */
export function LoansBook({ desk, filter, onFilter, onOpen, strip, onBack }: BookPageProps) {
  const { t } = useWords();
  const asked: Input<'toolLoans.list'>['filter'] = {
    need: needOf(filter, TOOL_LOAN_NEEDS),
    states: ticked(filter.states, TOOL_LOAN_STATES),
    ...daysOf(filter),
    ...textsOf(filter),
  };
  const list = useOpPages('toolLoans.list', { filter: asked, limit: 100 });
  const here = useOp('tools.list', { filter: { states: ['in'] }, limit: 200 }, { keep: true });
  const tools = here.data?.rows ?? [];
  return (
    <>
      {desk.may('tools.lend') ? (
        <QuickForm
          op="toolLoans.issue"
          book={TOOL_LOANS}
          label={t('custody:screen.quickLoan')}
          place={strip}
          onBack={onBack}
          fields={(typed) => {
            const radio = tools.find((tool) => tool.id === typed.toolId)?.kind === 'radio';
            return [
              {
                name: 'toolId',
                editor: {
                  kind: 'list',
                  choices: tools.map(({ id, toolNo, name }) => ({ value: id, label: `${toolNo} ${name}` })),
                },
                required: true,
              },
              {
                name: 'borrowerClass',
                editor: choice('borrower', [...TOOL_BORROWERS, 'contractor']),
                required: true,
              },
              { name: 'unitId', editor: UNIT, required: typed.borrowerClass === 'resident' },
              { name: 'borrowerName', editor: NAME, required: true },
              { name: 'borrowerPhone', editor: PHONE, required: typed.borrowerClass === 'resident' },
              { name: 'identity', editor: choice('identity', TOOL_IDENTITIES), required: true },
              {
                name: 'conditionOut',
                editor: { kind: 'text', max: 80 },
                required: true,
                first: t('custody:condition.good'),
              },
              { name: 'depositCents', editor: MONEY, when: !radio },
              { name: 'depositReceiptNo', editor: NUMBER, when: !radio },
              { name: 'dueAt', editor: { kind: 'time', later: true }, hint: t('custody:screen.dueHint') },
              { name: 'issuedAt', editor: TIME },
              { name: 'note', editor: { kind: 'text', max: 300 } },
            ];
          }}
          more={(typed) => ({ dueAt: typed.dueAt?.trim() ? instantTyped(typed.dueAt) : null })}
          follow={(part): Record<string, string> => {
            const tool = tools.find((one) => one.id === part.toolId);
            if (!tool) return {};
            return {
              depositCents: tool.depositCents > 0 ? String(tool.depositCents / 100) : '',
              borrowerClass: tool.kind === 'radio' ? 'staff' : 'resident',
              identity: tool.kind === 'radio' ? 'workCard' : 'ownerCard',
            };
          }}
        />
      ) : null}
      <BookList<ToolLoanLine>
        book={TOOL_LOANS}
        desk={desk}
        list={list}
        columns={TOOL_LOAN_COLUMNS}
        render={RENDER}
        onOpen={onOpen}
        filters={{ states: TOOL_LOAN_STATES, byPerson: true, value: filter, onChange: onFilter }}
        exported={{ permit: 'tools.export', register: 'toolLoans', filter: asked }}
        prints={{ permit: 'tools.print', months: ['F25'], blank: ['F25'] }}
      />
    </>
  );
}

const RENDER = {
  serialNo: (row: ToolLoanLine) => <StateCell book={TOOL_LOANS} row={row} tone={loanTone(row)} />,
};
