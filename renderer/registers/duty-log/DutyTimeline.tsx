import { Button, Checkbox } from '@mantine/core';
import { timeOf } from '../../../shared/dates';
import type { DutyLineLine } from '../../../shared/registers/duty-lines.row';
import { matterText, minutesText } from '../../../shared/registers/duty-logs.columns';
import type { DutySheet, TimelineLine } from '../../../shared/registers/duty-logs.row';
import type { Desk } from '../../book/desk';
import { EntryLink } from '../../book/EntryLink';
import { struckOf } from '../../book/strikes';
import { useWords } from '../../i18n';
import { useOpPages } from '../../queries';
import { ErrorLine } from '../../ui/refusal';
import { useRemembered } from '../../ui/remembered';
import { StateMark } from '../../ui/StateMark';
import { homes } from '../homes';
import { DUTY_LINES } from './books';
import { dutyLineTone } from './tones';

interface DutyTimelineProps {
  log: DutySheet;
  desk: Desk;
}

/** 本班经过: typed lines and what the other books did meanwhile, in time order; a number leads to its entry. */
export function DutyTimeline({ log, desk }: DutyTimelineProps) {
  const { t } = useWords();
  const [fed, setFed] = useRemembered(desk.actor.staffId, 'duty.fed', true);
  const list = useOpPages('dutyLogs.timeline', { id: log.id, limit: 100 });
  const pages = list.data?.pages ?? [];
  const rows = pages.flatMap((page) => page.rows).filter((row) => fed || row.source === 'typed');
  return (
    <section className="duty-timeline" aria-label={t('duty-log:screen.timeline')}>
      <div className="row apart">
        <h2>
          {t('duty-log:screen.timeline')} <span className="quiet number">{pages[0]?.total ?? ''}</span>
        </h2>
        <Checkbox
          label={t('duty-log:screen.showFed')}
          checked={fed}
          onChange={(event) => setFed(event.currentTarget.checked)}
        />
      </div>
      <ErrorLine error={list.error?.error} />
      {pages.length > 0 && rows.length === 0 ? (
        <p className="quiet">{t('duty-log:screen.noTimeline')}</p>
      ) : (
        <table className="duty-lines">
          <thead>
            <tr>
              {['happenedAt', 'matter', 'handling', 'result', 'recorder'].map((column) => (
                <th key={column}>{t(`duty-log:column.dutyLines.${column}`)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.key} row={row} desk={desk} />
            ))}
          </tbody>
        </table>
      )}
      {list.hasNextPage ? (
        <Button variant="subtle" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('duty-log:screen.more')}
        </Button>
      ) : null}
      <Meetings log={log} />
      <Points log={log} />
    </section>
  );
}

function Row({ row, desk }: { row: TimelineLine; desk: Desk }) {
  const { t } = useWords();
  if (row.source === 'typed') return <Typed line={row.line} desk={desk} />;
  const home = homes[row.register];
  return (
    <tr className="duty-fed">
      <td className="number">{timeOf(row.at)}</td>
      <td>
        {t(`scan:register.${row.register}`)} · {home ? t(home.op(row.op)) : row.op}
      </td>
      <td colSpan={2} className="number">
        {home ? (
          <EntryLink register={row.register} entryId={row.entryId}>
            {row.serialNo ?? '—'}
          </EntryLink>
        ) : (
          row.serialNo
        )}
      </td>
      <td>{row.person}</td>
    </tr>
  );
}

function Typed({ line, desk }: { line: DutyLineLine; desk: Desk }) {
  const words = useWords();
  const { t } = words;
  const gone = line.state === 'voided';
  const struck = (...fields: string[]) =>
    line.strikes
      .filter((strike) => fields.includes(strike.field))
      .map((strike) => {
        const { old, title } = struckOf(DUTY_LINES, strike, words, desk);
        return (
          <s key={`${strike.at}${strike.field}`} className="struck" title={title}>
            {old}
          </s>
        );
      });
  return (
    <tr className={gone ? 'duty-gone' : line.state === 'open' ? 'duty-open' : undefined}>
      <td className="number">
        {struck('happenedAt')}
        {timeOf(line.happenedAt)}
      </td>
      <td>
        {struck('matter')}
        <EntryLink register="dutyLines" entryId={line.id}>
          {line.kind === 'event' ? '' : `【${t(`duty-log:kind.${line.kind}`)}】`}
          {matterText(line, t)}
        </EntryLink>
      </td>
      <td>
        {struck('handling', 'handler')}
        {[line.handling, line.handler].filter(Boolean).join(' · ')}
      </td>
      <td>
        {struck('result')}
        {line.result ?? ''}
        {line.state === 'open' ? (
          <StateMark word={t('duty-log:state.dutyLines.open')} tone={dutyLineTone(line)} />
        ) : null}
        {gone ? (
          <span className="seal small">{t('duty-log:mark.voided', { reason: line.voidReason ?? '' })}</span>
        ) : null}
      </td>
      <td>{line.recorderName}</td>
    </tr>
  );
}

/** 会议纪要摘要: the meetings held in the shift, each a door to its minutes. */
function Meetings({ log }: { log: DutySheet }) {
  const { t } = useWords();
  if (log.meetings.length === 0) return null;
  return (
    <>
      <h2>{t('duty-log:slip.minutes')}</h2>
      {log.meetings.map((one) => (
        <div key={one.id} className="duty-minutes">
          <EntryLink register="meetings" entryId={one.id}>
            {one.serialNo}
          </EntryLink>{' '}
          {minutesText({ ...one, serialNo: '' }, t)}
        </div>
      ))}
    </>
  );
}

/** 签到表: every point with who was there and when. */
function Points({ log }: { log: DutySheet }) {
  const { t } = useWords();
  if (log.points.length === 0) return null;
  return (
    <>
      <h2>{t('duty-log:screen.points')}</h2>
      <ul className="duty-points">
        {log.points.map(({ point, rounds }) => (
          <li key={point} className={rounds.length === 0 ? 'missing' : undefined}>
            {rounds.length === 0 ? '□' : '☑'} {point}{' '}
            <span className="quiet number">
              {rounds.length === 0
                ? t('duty-log:screen.notSigned')
                : rounds.map(({ at, name }) => `${timeOf(at)} ${name}`).join(t('duty-log:mark.names'))}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
