import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Input } from '../../../shared/api';
import { HANDOVER_NEEDS } from '../../../shared/registers/handovers';
import { HANDOVER_COLUMNS } from '../../../shared/registers/handovers.columns';
import { HANDOVER_STATES, type HandoverLine } from '../../../shared/registers/handovers.row';
import { BookList } from '../../book/BookList';
import type { BookPageProps } from '../../book/BookTab';
import { daysOf, needOf, textsOf, ticked } from '../../book/filters';
import { StateCell } from '../../book/StateCell';
import { useWords } from '../../i18n';
import { useOp, useOpPages } from '../../queries';
import { HANDOVERS } from './books';
import { OpenShift } from './OpenShift';
import { handoverTone } from './tones';
import './handovers.css';

/** 交接班记录 (S13): the shift that is on above, the history below. */
export function HandoversBook({ desk, filter, onFilter, onOpen }: BookPageProps) {
  const [opening, setOpening] = useState(false);
  const asked: Input<'handovers.list'>['filter'] = {
    need: needOf(filter, HANDOVER_NEEDS),
    states: ticked(filter.states, HANDOVER_STATES),
    ...daysOf(filter),
    ...textsOf(filter),
  };
  const list = useOpPages('handovers.list', { filter: asked, limit: 100 });
  return (
    <>
      <div className="row shift-doors">
        {desk.settings.posts.map((post) => (
          <OnDuty key={post} post={post} onOpen={onOpen} />
        ))}
      </div>
      <BookList<HandoverLine>
        book={HANDOVERS}
        desk={desk}
        list={list}
        columns={HANDOVER_COLUMNS}
        render={RENDER}
        onOpen={onOpen}
        filters={{ states: HANDOVER_STATES, byPerson: true, value: filter, onChange: onFilter }}
        exported={{ permit: 'handovers.export', register: 'handovers', filter: asked }}
        prints={{ permit: 'handovers.print', blank: ['F19'] }}
        onNew={desk.may('handovers.work') ? () => setOpening(true) : undefined}
      />
      {opening ? <OpenShift desk={desk} onClose={() => setOpening(false)} onMade={onOpen} /> : null}
    </>
  );
}

/** The door to the shift that is on at a desk; nothing where none is. */
function OnDuty({ post, onOpen }: { post: string; onOpen: (id: string) => void }) {
  const { t } = useWords();
  const { data } = useOp('handovers.current', { post });
  const id = data?.id;
  if (!id) return null;
  return (
    <Button variant="default" onClick={() => onOpen(id)}>
      {post} · {t('handovers:screen.current')}
    </Button>
  );
}

const RENDER = {
  serialNo: (row: HandoverLine) => <StateCell book={HANDOVERS} row={row} tone={handoverTone(row)} />,
};
