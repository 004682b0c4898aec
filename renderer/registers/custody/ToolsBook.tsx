import type { Input } from '../../../shared/api';
import { TOOL_NEEDS } from '../../../shared/registers/tools';
import { TOOL_COLUMNS } from '../../../shared/registers/tools.columns';
import { TOOL_KINDS, TOOL_STATES, type ToolLine } from '../../../shared/registers/tools.row';
import { BookList } from '../../book/BookList';
import type { BookPageProps } from '../../book/BookTab';
import { fieldLabel } from '../../book/book';
import { COUNT, MONEY } from '../../book/editors';
import { needOf, textsOf, ticked } from '../../book/filters';
import { QuickForm } from '../../book/QuickForm';
import { StateCell } from '../../book/StateCell';
import { useWords } from '../../i18n';
import { useOpPages } from '../../queries';
import { TOOLS } from './books';
import { choice, NAME } from './editors';
import { toolTone } from './tones';

/** 便民工具与对讲机 (S18): the inventory by number, with who has what. */
export function ToolsBook({ desk, filter, onFilter, onOpen, strip, onBack }: BookPageProps) {
  const { t } = useWords();
  const asked: Input<'tools.list'>['filter'] = {
    need: needOf(filter, TOOL_NEEDS),
    states: ticked(filter.states, TOOL_STATES),
    kinds: ticked(filter.picks.kinds, TOOL_KINDS),
    search: textsOf(filter).search,
  };
  const list = useOpPages('tools.list', { filter: asked, limit: 100 });
  return (
    <>
      {desk.may('tools.manage') ? (
        <QuickForm
          op="tools.register"
          book={TOOLS}
          label={t('custody:screen.quickTool')}
          place={strip}
          onBack={onBack}
          paper="toolLabel"
          fields={() => [
            { name: 'toolNo', editor: { kind: 'text', max: 20 }, required: true },
            { name: 'name', editor: NAME, required: true },
            { name: 'kind', editor: choice('toolKind', TOOL_KINDS), required: true },
            {
              name: 'lendDays',
              editor: { ...COUNT, unit: t('custody:screen.days') },
              first: '0',
            },
            { name: 'depositCents', editor: MONEY },
            { name: 'keepPlace', editor: NAME },
            { name: 'condition', editor: { kind: 'text', max: 80 } },
            { name: 'note', editor: { kind: 'text', max: 300 } },
          ]}
        />
      ) : null}
      <BookList<ToolLine>
        book={TOOLS}
        desk={desk}
        list={list}
        columns={TOOL_COLUMNS}
        render={RENDER}
        onOpen={onOpen}
        filters={{
          states: TOOL_STATES,
          byDay: false,
          selects: [
            {
              name: 'kinds',
              label: t(fieldLabel(TOOLS, 'kind')),
              choices: TOOL_KINDS.map((kind) => ({ value: kind, label: t(`custody:toolKind.${kind}`) })),
            },
          ],
          value: filter,
          onChange: onFilter,
        }}
        exported={{ permit: 'tools.export', register: 'tools', filter: asked }}
      />
    </>
  );
}

const RENDER = {
  toolNo: (row: ToolLine) => (
    <StateCell book={TOOLS} row={{ serialNo: row.toolNo, state: row.state }} tone={toolTone(row)} />
  ),
};
