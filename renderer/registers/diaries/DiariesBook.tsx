import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Input } from '../../../shared/api';
import { addDays, dayOf } from '../../../shared/dates';
import { DIARY_DAYS, DIARY_NEEDS } from '../../../shared/registers/steward-diaries';
import { DIARY_COLUMNS } from '../../../shared/registers/steward-diaries.columns';
import { DIARY_STATES, type StewardDiaryLine } from '../../../shared/registers/steward-diaries.row';
import { BookList } from '../../book/BookList';
import type { BookPageProps } from '../../book/BookTab';
import { fieldLabel, opLabel, ruleLabel } from '../../book/book';
import { ActionDialog } from '../../book/dialogs/ActionDialog';
import { daysOf, needOf, textsOf, ticked } from '../../book/filters';
import { StateCell } from '../../book/StateCell';
import { useWords } from '../../i18n';
import { useCommand, useOp, useOpPages } from '../../queries';
import { ChoiceField } from '../../ui/fields/ChoiceField';
import { nowIso } from '../../ui/fields/TimeField';
import { ErrorLine } from '../../ui/refusal';
import { STEWARD_DIARIES } from './books';
import { diaryTone } from './tones';

/** 管家工作日志 (S14, F21): one press to today's diary, the book below. */
export function DiariesBook({ desk, filter, onFilter, onOpen }: BookPageProps) {
  const { t } = useWords();
  const [another, setAnother] = useState(false);
  const mine = useOp('stewardDiaries.mine', {}).data;
  const open = useCommand('stewardDiaries.open');
  const asked: Input<'stewardDiaries.list'>['filter'] = {
    need: needOf(filter, DIARY_NEEDS),
    states: ticked(filter.states, DIARY_STATES),
    ...daysOf(filter),
    ...textsOf(filter),
  };
  const list = useOpPages('stewardDiaries.list', { filter: asked, limit: 100 });
  const writes = desk.may('stewardDiaries.write');
  const today = async () => {
    if (mine?.id) return onOpen(mine.id);
    const done = await open.run({});
    if (done?.ok) onOpen(done.data.id);
  };
  return (
    <>
      <ErrorLine error={open.error} />
      <BookList<StewardDiaryLine>
        book={STEWARD_DIARIES}
        desk={desk}
        list={list}
        columns={DIARY_COLUMNS}
        render={RENDER}
        onOpen={onOpen}
        filters={{ states: DIARY_STATES, byPerson: true, value: filter, onChange: onFilter }}
        actions={
          writes ? (
            <>
              <Button data-new loading={open.busy} onClick={() => void today()}>
                {t(mine?.id ? 'diaries:screen.goOn' : 'diaries:screen.start')}
              </Button>
              <Button variant="subtle" onClick={() => setAnother(true)}>
                {t('diaries:screen.otherDay')}
              </Button>
            </>
          ) : null
        }
        exported={{ permit: 'stewardDiaries.export', register: 'stewardDiaries', filter: asked }}
        prints={{ permit: 'stewardDiaries.print', blank: ['F21'] }}
      />
      {another ? (
        <OtherDay onClose={() => setAnother(false)} onMade={onOpen} about={desk.actor.name} />
      ) : null}
    </>
  );
}

interface OtherDayProps {
  about: string;
  onClose: () => void;
  onMade: (id: string) => void;
}

/** 补写: the diary of one of the last days. */
function OtherDay({ about, onClose, onMade }: OtherDayProps) {
  const { t } = useWords();
  const open = useCommand('stewardDiaries.open');
  const today = dayOf(nowIso());
  const days = Array.from({ length: DIARY_DAYS }, (_, n) => addDays(today, -1 - n));
  const [dayOn, setDay] = useState(days[0] ?? today);
  const rule = ruleLabel(STEWARD_DIARIES, 'stewardDiaries.open');
  const save = async () => {
    const done = await open.run({ dayOn });
    if (!done?.ok) return;
    onClose();
    onMade(done.data.id);
  };
  return (
    <ActionDialog
      title={t(opLabel(STEWARD_DIARIES, 'stewardDiaries.open'))}
      about={about}
      {...(rule ? { rule: t(rule) } : {})}
      onSave={() => void save()}
      onClose={onClose}
      error={open.error}
      busy={open.busy}
    >
      <ChoiceField
        label={t(fieldLabel(STEWARD_DIARIES, 'dayOn'))}
        name="dayOn"
        required
        choices={days.map((day) => ({ value: day, label: day }))}
        value={dayOn}
        onChange={(next) => setDay(next ?? dayOn)}
      />
    </ActionDialog>
  );
}

const RENDER = {
  serialNo: (row: StewardDiaryLine) => <StateCell book={STEWARD_DIARIES} row={row} tone={diaryTone(row)} />,
};
