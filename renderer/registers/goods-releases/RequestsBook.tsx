import { Button } from '@mantine/core';
import { useState } from 'react';
import {
  RELEASE_REQUEST_STATES,
  type ReleaseRequestLine,
  type ReleaseRequestState,
} from '../../../shared/registers/release-requests.row';
import type { BookPageProps } from '../../book/BookTab';
import { stateLabel } from '../../book/book';
import { useWords } from '../../i18n';
import { useOp } from '../../queries';
import { EmptyState } from '../../ui/EmptyState';
import { RegisterTable } from '../../ui/RegisterTable';
import { ErrorLine } from '../../ui/refusal';
import { StateMark } from '../../ui/StateMark';
import { RELEASE_REQUESTS } from './books';
import { ReleaseStrip } from './ReleaseStrip';
import { REQUEST_COLUMNS } from './request-columns';
import { REQUEST_TONES } from './tones';

/** 申请与待审: the form on top, below it what is still open; the closed ones on demand. */
export function RequestsBook({ desk, onOpen, strip, onBack }: BookPageProps) {
  const { t } = useWords();
  const [closed, setClosed] = useState(false);
  const states: ReleaseRequestState[] | null = closed
    ? RELEASE_REQUEST_STATES.filter((state) => state === 'issued' || state === 'withdrawn')
    : null;
  const list = useOp('releaseRequests.list', { states }, { keep: true });
  const rows = list.data ?? [];
  return (
    <>
      {desk.may('goodsReleases.request') ? <ReleaseStrip desk={desk} place={strip} onBack={onBack} /> : null}
      <ErrorLine error={list.error?.error} />
      <RegisterTable<ReleaseRequestLine>
        register="releaseRequests"
        label={t('goods-releases:book.releaseRequests')}
        columns={REQUEST_COLUMNS}
        render={RENDER}
        rows={rows}
        rowKey={(row) => row.id}
        onOpen={(row) => onOpen(row.id)}
        voided={(row) => row.state === 'withdrawn'}
        total={{ count: rows.length, more: false }}
        actions={
          <Button variant="subtle" onClick={() => setClosed(!closed)}>
            {t(closed ? 'goods-releases:action.showOpen' : 'goods-releases:action.showClosed')}
          </Button>
        }
        empty={
          <EmptyState
            what={t('goods-releases:empty.releaseRequests')}
            shortcut={{ keys: 'N', does: t('goods-releases:empty.releaseRequestsKey') }}
            rule={t('goods-releases:empty.releaseRequestsRule')}
          />
        }
        loading={list.isPending}
      />
    </>
  );
}

function RequestState({ row }: { row: ReleaseRequestLine }) {
  const { t } = useWords();
  return <StateMark word={t(stateLabel(RELEASE_REQUESTS, row.state))} tone={REQUEST_TONES[row.state]} />;
}
const RENDER = { state: (row: ReleaseRequestLine) => <RequestState row={row} /> };
