import { Button } from '@mantine/core';
import { dayOf } from '../../shared/dates';
import { FOUND_ITEM_NEEDS, type FoundItemNeed } from '../../shared/registers/found-items';
import { useWords } from '../i18n';
import { useOp } from '../queries';
import { useOpen, type WorkspaceProps } from '../registers/open';
import { usePermit } from '../ui/actor';
import { nowIso } from '../ui/fields/TimeField';
import { ErrorLine } from '../ui/refusal';

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
      {counts.data && waiting.length === 0 ? (
        <p className="quiet today-done">○ {t('core:today.allDone')}</p>
      ) : null}
      <ul className="needs">
        {FOUND_ITEM_NEEDS.map((need) => {
          const count = counts.data?.[need] ?? 0;
          const late = LATE.includes(need) && count > 0;
          return (
            <li key={need}>
              <button
                type="button"
                className={late ? 'need late' : 'need'}
                disabled={count === 0}
                title={t('core:today.open', { count })}
                onClick={() => open({ register: 'foundItems', need })}
              >
                <span className="need-shape" aria-hidden="true">
                  {count === 0 ? '○' : late ? '▲' : '●'}
                </span>
                <span className="need-word">{t(`found-items:need.${need}`)}</span>
                <span className="need-count number">{counts.data ? count : '…'}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
