import type { Input } from '../../../shared/api';
import { INSTRUCTION_COLUMNS } from '../../../shared/registers/handovers.columns';
import { INSTRUCTION_NEEDS } from '../../../shared/registers/instructions';
import { INSTRUCTION_STATES, type InstructionLine } from '../../../shared/registers/instructions.row';
import { BookList } from '../../book/BookList';
import type { BookPageProps } from '../../book/BookTab';
import { daysOf, needOf, textsOf, ticked } from '../../book/filters';
import { StateCell } from '../../book/StateCell';
import { useOpPages } from '../../queries';
import { INSTRUCTIONS } from './books';
import { QuickAddInstruction } from './QuickAddInstruction';
import { instructionTone } from './tones';

/** 上级指示: the strip on top, what stands below, with who has read it. */
export function InstructionsBook({ desk, filter, onFilter, onOpen, strip, onBack }: BookPageProps) {
  const asked: Input<'instructions.list'>['filter'] = {
    need: needOf(filter, INSTRUCTION_NEEDS),
    states: ticked(filter.states, INSTRUCTION_STATES),
    ...daysOf(filter),
    search: textsOf(filter).search,
  };
  const list = useOpPages('instructions.list', { filter: asked, limit: 100 });
  return (
    <>
      {desk.may('instructions.write') ? <QuickAddInstruction place={strip} onBack={onBack} /> : null}
      <BookList<InstructionLine>
        book={INSTRUCTIONS}
        desk={desk}
        list={list}
        columns={INSTRUCTION_COLUMNS}
        render={RENDER}
        onOpen={onOpen}
        filters={{ states: INSTRUCTION_STATES, value: filter, onChange: onFilter }}
        exported={{ permit: 'instructions.export', register: 'instructions', filter: asked }}
      />
    </>
  );
}

const RENDER = {
  serialNo: (row: InstructionLine) => <StateCell book={INSTRUCTIONS} row={row} tone={instructionTone(row)} />,
};
