import { Button, Kbd } from '@mantine/core';
import { type KeyboardEvent, useRef, useState } from 'react';
import { addDays, dayOf, daysBetween } from '../../../shared/dates';
import type { GoodsReleaseLine } from '../../../shared/registers/goods-releases.row';
import type { OpError } from '../../../shared/result';
import type { BookPageProps } from '../../book/BookTab';
import { stateLabel } from '../../book/book';
import { call } from '../../client';
import { useWords } from '../../i18n';
import { useCommand, useOp } from '../../queries';
import { TextField } from '../../ui/fields/TextField';
import { nowIso } from '../../ui/fields/TimeField';
import { isComposing } from '../../ui/keys';
import { ErrorLine } from '../../ui/refusal';
import { StateMark } from '../../ui/StateMark';
import { useScanTarget } from '../../ui/scan-target';
import { GOODS_RELEASES } from './books';
import { slipTone } from './tones';

/** 回收与对账: each scanned gate part is filed at once; the week's issued − returned = outstanding; the supervisor reconciles. */
export function BackBook({ desk, strip, onOpen }: BookPageProps) {
  const { t } = useWords();
  const [day, setDay] = useState(dayOf(nowIso()));
  const week = useOp('goodsReleases.week', { weekOn: day }, { keep: true });
  const reconcile = useCommand('goodsReleases.reconcile');
  const [said, setSaid] = useState<string | null>(null);
  const { data } = week;
  const onReconcile = async () => {
    const done = await reconcile.run({ weekOn: day });
    if (done?.ok) setSaid(t('goods-releases:back.done', done.data));
  };
  const figures = ['issued', 'returned', 'reconciled', 'voided'] as const;
  return (
    <div className="back">
      <FileParts strip={strip} />
      <section className="sheet back-week" aria-label={t('goods-releases:back.week')}>
        <div className="row apart">
          <div className="row">
            <Button variant="default" onClick={() => setDay(addDays(day, -7))}>
              ← {t('goods-releases:back.before')}
            </Button>
            <strong className="number">{data ? `${data.from} – ${data.to}` : '…'}</strong>
            <Button
              variant="default"
              onClick={() => setDay(addDays(day, 7))}
              disabled={day >= dayOf(nowIso())}
            >
              {t('goods-releases:back.after')} →
            </Button>
            {figures.map((figure) => (
              <span key={figure}>
                {t(`goods-releases:back.${figure}`)}{' '}
                <strong className="number">{data?.[figure] ?? '…'}</strong>
              </span>
            ))}
            <span className={data?.outstanding.length ? 'differs' : undefined}>
              {t('goods-releases:back.outstanding')}{' '}
              <strong className="number">{data?.outstanding.length ?? '…'}</strong>
            </span>
          </div>
          <div className="row">
            <span role="status" className="saved-mark">
              {said}
            </span>
            {desk.may('goodsReleases.reconcile') ? (
              <Button loading={reconcile.busy} onClick={() => void onReconcile()}>
                {t('goods-releases:op.goodsReleases.reconcile')}
              </Button>
            ) : null}
          </div>
        </div>
        <ErrorLine error={reconcile.error ?? week.error?.error} />
        <Outstanding rows={data?.outstanding ?? []} onOpen={onOpen} />
      </section>
    </div>
  );
}

interface Filed {
  no: string;
  what: string;
}

/** A scan or a number files the part; binder and page stay for the next ones. */
function FileParts({ strip }: Pick<BookPageProps, 'strip'>) {
  const { t } = useWords();
  const [typed, setTyped] = useState('');
  const [binder, setBinder] = useState('');
  const [page, setPage] = useState('');
  const [filed, setFiled] = useState<readonly Filed[]>([]);
  const [error, setError] = useState<OpError | null>(null);
  const latest = useRef({ binder, page });
  latest.current = { binder, page };
  const file = async (code: string): Promise<'taken' | 'wrong'> => {
    setError(null);
    setTyped('');
    const done = await filePart(code, latest.current.binder, latest.current.page);
    if (!done.ok) {
      setError(done.error);
      return 'wrong';
    }
    setFiled((before) => [done.filed, ...before].slice(0, 12));
    return 'taken';
  };
  const here = useScanTarget((scan) =>
    scan.own?.kind === 'entry' && scan.own.register === 'goodsReleases' ? file(scan.code) : 'pass',
  );
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || isComposing(event) || typed.trim() === '') return;
    event.preventDefault();
    void file(typed.trim());
  };
  return (
    <section
      ref={strip}
      className="sheet back-file"
      aria-label={t('goods-releases:op.goodsReleases.returnSlip')}
    >
      <div ref={here} className="row fields-row">
        <TextField
          label={t('goods-releases:back.number')}
          name="typed"
          width={260}
          placeholder={t('goods-releases:gate.numberHint')}
          value={typed}
          onChange={setTyped}
          onKeyDown={onKeyDown}
        />
        <TextField
          label={t('goods-releases:field.goodsReleases.binder')}
          width={140}
          max={20}
          value={binder}
          onChange={setBinder}
        />
        <TextField
          label={t('goods-releases:field.goodsReleases.binderPage')}
          width={90}
          max={10}
          value={page}
          onChange={setPage}
        />
        <span className="quiet small">
          {t('goods-releases:back.hint')} <Kbd size="xs">Enter</Kbd>
        </span>
      </div>
      <ErrorLine error={error} />
      {filed.length > 0 ? (
        <p role="status" className="saved-mark">
          {t('goods-releases:back.filed', { n: filed.length })}{' '}
          {filed.map(({ no, what }) => (
            <span key={no} className="number">
              {no} {what}{' '}
            </span>
          ))}
        </p>
      ) : null}
    </section>
  );
}

async function filePart(
  code: string,
  binder: string,
  binderPage: string,
): Promise<{ ok: true; filed: Filed } | { ok: false; error: OpError }> {
  const found = await call('goodsReleases.check', { typed: code });
  if (!found.ok) return found;
  const { id, version, serialNo, unitName } = found.data.entry;
  const done = await call('goodsReleases.returnSlip', { id, version, binder, binderPage });
  return done.ok ? { ok: true, filed: { no: serialNo, what: unitName } } : done;
}

interface OutstandingProps {
  rows: readonly GoodsReleaseLine[];
  onOpen: (id: string) => void;
}

/** 未回收清单 as of now: each a door to its slip. Slips open in the book of slips. */
function Outstanding({ rows, onOpen }: OutstandingProps) {
  const { t } = useWords();
  if (rows.length === 0) return <p className="quiet">{t('goods-releases:back.allBack')}</p>;
  const today = dayOf(nowIso());
  return (
    <table className="goods-table goods-read" aria-label={t('goods-releases:back.outstanding')}>
      <thead>
        <tr>
          {(['serialNo', 'issuedOn', 'unit', 'handler', 'summary', 'guard'] as const).map((key) => (
            <th key={key} scope="col">
              {t(`goods-releases:column.${key}`)}
            </th>
          ))}
          <th scope="col">{t('book:field.state')}</th>
          <th scope="col">{t('goods-releases:back.days')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td>
              <button type="button" className="link-button number" onClick={() => onOpen(row.id)}>
                {row.serialNo}
              </button>
            </td>
            <td className="number">{dayOf(row.recordedAt)}</td>
            <td>{row.unitName}</td>
            <td>{row.handlerName}</td>
            <td>{row.summary}</td>
            <td>{[row.guardName, row.gatePost].filter(Boolean).join(' ') || '/'}</td>
            <td>
              <StateMark
                word={t(stateLabel(GOODS_RELEASES, row.expired ? 'expired' : row.state))}
                tone={slipTone(row)}
              />
            </td>
            <td className="number">{daysBetween(dayOf(row.recordedAt), today)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
