import type { Input } from '../../../shared/api';
import { DUTY_LINE_NEEDS } from '../../../shared/registers/duty-lines';
import {
  DUTY_LINE_KINDS,
  DUTY_LINE_STATES,
  type DutyLineLine,
} from '../../../shared/registers/duty-lines.row';
import { DUTY_LINE_COLUMNS } from '../../../shared/registers/duty-logs.columns';
import { BookList } from '../../book/BookList';
import type { BookPageProps } from '../../book/BookTab';
import { fieldLabel } from '../../book/book';
import { daysOf, needOf, textsOf, ticked } from '../../book/filters';
import { StateCell } from '../../book/StateCell';
import { useWords } from '../../i18n';
import { useOpPages } from '../../queries';
import { DUTY_LINES } from './books';
import { QuickLine } from './QuickLine';
import { dutyLineTone } from './tones';

/** 值班记事: every typed line of all posts, by day, kind and person. */
export function DutyLinesBook({ desk, filter, onFilter, onOpen, strip, onBack }: BookPageProps) {
  const { t } = useWords();
  const asked: Input<'dutyLines.list'>['filter'] = {
    need: needOf(filter, DUTY_LINE_NEEDS),
    states: ticked(filter.states, DUTY_LINE_STATES),
    kinds: ticked(filter.picks.kinds, DUTY_LINE_KINDS),
    ...daysOf(filter),
    ...textsOf(filter),
  };
  const list = useOpPages('dutyLines.list', { filter: asked, limit: 100 });
  return (
    <>
      {desk.may('dutyLogs.write') ? <QuickLine desk={desk} place={strip} onBack={onBack} /> : null}
      <BookList<DutyLineLine>
        book={DUTY_LINES}
        desk={desk}
        list={list}
        columns={DUTY_LINE_COLUMNS}
        render={RENDER}
        onOpen={onOpen}
        filters={{
          states: DUTY_LINE_STATES,
          byPerson: true,
          selects: [
            {
              name: 'kinds',
              label: t(fieldLabel(DUTY_LINES, 'kind')),
              choices: DUTY_LINE_KINDS.map((code) => ({ value: code, label: t(`duty-log:kind.${code}`) })),
            },
          ],
          value: filter,
          onChange: onFilter,
        }}
        exported={{ permit: 'dutyLogs.export', register: 'dutyLines', filter: asked }}
      />
    </>
  );
}

const RENDER = {
  serialNo: (row: DutyLineLine) => <StateCell book={DUTY_LINES} row={row} tone={dutyLineTone(row)} />,
};
