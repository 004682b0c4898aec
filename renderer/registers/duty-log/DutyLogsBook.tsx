import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Input } from '../../../shared/api';
import { DUTY_LOG_NEEDS, type PostNow } from '../../../shared/registers/duty-logs';
import { DUTY_LOG_COLUMNS, dutyShift } from '../../../shared/registers/duty-logs.columns';
import { DUTY_LOG_STATES, type DutyLogLine } from '../../../shared/registers/duty-logs.row';
import { BookList } from '../../book/BookList';
import type { BookPageProps } from '../../book/BookTab';
import type { Desk } from '../../book/desk';
import { daysOf, needOf, textsOf, ticked } from '../../book/filters';
import { StateCell } from '../../book/StateCell';
import { useWords } from '../../i18n';
import { useCommand, useOp, useOpPages } from '../../queries';
import { ErrorLine } from '../../ui/refusal';
import { DUTY_LOGS } from './books';
import { MessageDialog } from './MessageDialog';
import { QuickLine } from './QuickLine';
import { dutyLogTone } from './tones';
import './duty-log.css';

/** 值班日志 (S14, F20): the posts that are on, the strip that writes, the book of logs below. */
export function DutyLogsBook({ desk, filter, onFilter, onOpen, strip, onBack }: BookPageProps) {
  const asked: Input<'dutyLogs.list'>['filter'] = {
    need: needOf(filter, DUTY_LOG_NEEDS),
    states: ticked(filter.states, DUTY_LOG_STATES),
    ...daysOf(filter),
    ...textsOf(filter),
  };
  const list = useOpPages('dutyLogs.list', { filter: asked, limit: 100 });
  return (
    <>
      <PostsNow desk={desk} onOpen={onOpen} />
      {desk.may('dutyLogs.write') ? <QuickLine desk={desk} place={strip} onBack={onBack} /> : null}
      <BookList<DutyLogLine>
        book={DUTY_LOGS}
        desk={desk}
        list={list}
        columns={DUTY_LOG_COLUMNS}
        render={RENDER}
        onOpen={onOpen}
        filters={{ states: DUTY_LOG_STATES, byPerson: true, value: filter, onChange: onFilter }}
        exported={{ permit: 'dutyLogs.export', register: 'dutyLogs', filter: asked }}
        prints={{ permit: 'dutyLogs.print', blank: ['F20', 'F20b'] }}
      />
    </>
  );
}

interface PostsNowProps {
  desk: Desk;
  onOpen: (id: string) => void;
}

/** 当班岗位: a door to each post's log of this shift; one press starts it where there is none. */
function PostsNow({ desk, onOpen }: PostsNowProps) {
  const { t } = useWords();
  const [message, setMessage] = useState(false);
  const open = useCommand('dutyLogs.open');
  const posts = useOp('dutyLogs.now', {}).data?.posts ?? [];
  const start = async (post: string) => {
    const done = await open.run({ post });
    if (done?.ok) onOpen(done.data.id);
  };
  return (
    <>
      <ErrorLine error={open.error} />
      <nav className="row duty-posts" aria-label={t('duty-log:screen.now')}>
        {posts.map((one) => (
          <PostDoor
            key={one.post}
            one={one}
            mayStart={desk.may('dutyLogs.write')}
            onOpen={onOpen}
            onStart={() => void start(one.post)}
          />
        ))}
        {desk.may('dutyLogs.lead') ? (
          <Button variant="subtle" onClick={() => setMessage(true)}>
            {t('duty-log:screen.message')}
          </Button>
        ) : null}
      </nav>
      {message ? <MessageDialog desk={desk} onClose={() => setMessage(false)} onMade={onOpen} /> : null}
    </>
  );
}

interface PostDoorProps {
  one: PostNow;
  mayStart: boolean;
  onOpen: (id: string) => void;
  onStart: () => void;
}

function PostDoor({ one, mayStart, onOpen, onStart }: PostDoorProps) {
  const { t, lang } = useWords();
  const { post, logId, wanted, unread } = one;
  const shift = dutyShift(one, lang);
  if (logId === null)
    return (
      <Button
        variant="default"
        className={wanted ? 'duty-post wanted' : 'duty-post'}
        disabled={!mayStart}
        onClick={onStart}
      >
        {t('duty-log:screen.start', { post, shift })}
      </Button>
    );
  return (
    <Button variant="default" className="duty-post" onClick={() => onOpen(logId)}>
      {t('duty-log:screen.goOn', { post, shift })}
      {unread ? <span className="seal small">&nbsp;▲ {t('duty-log:screen.unread')}</span> : null}
    </Button>
  );
}

const RENDER = {
  serialNo: (row: DutyLogLine) => <StateCell book={DUTY_LOGS} row={row} tone={dutyLogTone(row)} />,
};
