import { Button } from '@mantine/core';
import { addDays, dayOf } from '../../shared/dates';
import { FOUND_ITEM_NEEDS, type FoundItemNeed } from '../../shared/registers/found-items';
import { useWords } from '../i18n';
import { useOp } from '../queries';
import { useOpen, type WorkspaceProps } from '../registers/open';
import { usePermit } from '../ui/actor';
import { nowIso } from '../ui/fields/TimeField';
import { ErrorLine } from '../ui/refusal';
import { When } from '../ui/When';

/** Needs that are already too late, in seal red. */
const LATE: readonly FoundItemNeed[] = ['disposal', 'long'];

/** What must I do now: each number is a door to its list (look.md). */
export default function TodayTab(_: WorkspaceProps) {
  const { t } = useWords();
  const reads = usePermit('foundItems.read');
  const today = dayOf(nowIso());
  const weekday = new Date(`${today}T00:00:00Z`).getUTCDay();
  return (
    <section className="today sheet">
      <header className="row apart today-head">
        <h1>{t('core:today.title')}</h1>
        <span className="quiet number">
          {t('core:today.date', { date: today, weekday: t(`core:weekday.${weekday}`) })}
        </span>
      </header>
      {reads ? <FoundItemsToday /> : <p className="quiet">{t('core:today.nothingHere')}</p>}
    </section>
  );
}

function FoundItemsToday() {
  const { t } = useWords();
  const open = useOpen();
  const counts = useOp('foundItems.counts', {});
  const registers = usePermit('foundItems.register');
  const waiting = FOUND_ITEM_NEEDS.filter((need) => (counts.data?.[need] ?? 0) > 0);
  return (
    <div className="today-columns">
      <section>
        <div className="row apart">
          <h2>{t('core:today.foundItems')}</h2>
          {registers ? (
            <Button
              variant="default"
              onClick={() => open({ register: 'foundItems', action: 'foundItems.register' })}
            >
              {t('core:today.newFound')}
            </Button>
          ) : null}
        </div>
        <ErrorLine error={counts.error?.error} />
        <ul className="needs">
          {FOUND_ITEM_NEEDS.map((need) => (
            <Need key={need} need={need} count={counts.data?.[need] ?? null} />
          ))}
        </ul>
        {counts.data && waiting.length === 0 ? <p className="quiet">{t('core:today.allDone')}</p> : null}
      </section>
      <Recent />
    </div>
  );
}

/** One number and the door to its list; nothing to do is said quietly. */
function Need({ need, count }: { need: FoundItemNeed; count: number | null }) {
  const { t } = useWords();
  const open = useOpen();
  const late = LATE.includes(need) && Boolean(count);
  return (
    <li>
      <button
        type="button"
        className={late ? 'need late' : 'need'}
        disabled={!count}
        title={t('core:today.open', { count: count ?? 0 })}
        onClick={() => open({ register: 'foundItems', need })}
      >
        <span className="need-shape" aria-hidden="true">
          {!count ? '○' : late ? '▲' : '●'}
        </span>
        <span className="need-word">{t(`found-items:need.${need}`)}</span>
        <span className="need-count number">{count ?? '…'}</span>
      </button>
    </li>
  );
}

/** What the shift before wrote down: the log of two days (desk-practice.md §4 Lists). */
function Recent() {
  const { t } = useWords();
  const open = useOpen();
  const fromOn = addDays(dayOf(nowIso()), -1);
  const lines = useOp('foundItems.list', { filter: { fromOn }, limit: 14 });
  const rows = lines.data?.rows ?? [];
  return (
    <section>
      <h2>{t('core:today.recent')}</h2>
      {lines.data && rows.length === 0 ? <p className="quiet">{t('core:today.noRecent')}</p> : null}
      <ul className="recent">
        {rows.map((row) => (
          <li key={row.id}>
            <button
              type="button"
              className="recent-line"
              onClick={() => open({ register: 'foundItems', entryId: row.id })}
            >
              <When at={row.foundAt} />
              <span className="number quiet">{row.serialNo}</span>
              <span>{row.name}</span>
              <span className="quiet">{row.foundPlace}</span>
              <span className="recent-state">{t(`found-items:state.${row.state}`)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
