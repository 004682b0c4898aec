import { Button, Kbd } from '@mantine/core';
import { type KeyboardEvent, useRef, useState } from 'react';
import { timeOf } from '../../../shared/dates';
import type { GoodsReleaseLine } from '../../../shared/registers/goods-releases.row';
import type { OpError } from '../../../shared/result';
import type { BookPageProps } from '../../book/BookTab';
import { call } from '../../client';
import { useWords } from '../../i18n';
import { TextField } from '../../ui/fields/TextField';
import { nowIso } from '../../ui/fields/TimeField';
import { isComposing } from '../../ui/keys';
import { ErrorLine } from '../../ui/refusal';
import { useScanTarget } from '../../ui/scan-target';
import { GateCheck } from './GateCheck';
import { SlipFacts } from './SlipFacts';

/** What the gate stands before: nothing yet, a slip that may not go, one being compared, or a result. */
type Before =
  | { kind: 'nothing' }
  | { kind: 'stopped'; entry: GoodsReleaseLine | null; error: OpError }
  | { kind: 'check'; entry: GoodsReleaseLine }
  | { kind: 'done'; entry: GoodsReleaseLine; result: 'released' | 'mismatch'; at: string };

/** 门岗核对: scan the slip or type its number, compare the goods one by one, let them out or keep them. */
export function GateBook({ desk, strip }: BookPageProps) {
  const { t } = useWords();
  const [typed, setTyped] = useState('');
  const [before, setBefore] = useState<Before>({ kind: 'nothing' });
  const place = useRef<HTMLDivElement>(null);

  const look = async (code: string): Promise<'taken' | 'wrong'> => {
    const answer = await slipAtGate(code);
    setTyped('');
    setBefore(answer);
    return answer.kind === 'check' ? 'taken' : 'wrong';
  };
  const here = useScanTarget((scan) =>
    scan.own?.kind === 'entry' && scan.own.register === 'goodsReleases' ? look(scan.code) : 'pass',
  );
  const toField = () => {
    setBefore({ kind: 'nothing' });
    requestAnimationFrame(() => place.current?.querySelector<HTMLElement>('[data-name="typed"]')?.focus());
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || isComposing(event) || typed.trim() === '') return;
    event.preventDefault();
    void look(typed.trim());
  };
  return (
    <div ref={here} className="gate">
      <section ref={strip} className="sheet gate-head" aria-label={t('goods-releases:book.releaseGate')}>
        <div ref={place} className="row">
          <TextField
            label={t('goods-releases:gate.number')}
            name="typed"
            width={260}
            autoFocus
            placeholder={t('goods-releases:gate.numberHint')}
            value={typed}
            onChange={setTyped}
            onKeyDown={onKeyDown}
          />
          <span className="quiet small">{t('goods-releases:gate.rule')}</span>
        </div>
      </section>
      {before.kind === 'stopped' ? (
        <section className="sheet gate-stop" role="alert">
          <strong>{t('goods-releases:gate.stop')}</strong>
          <ErrorLine error={before.error} />
          {before.entry ? <SlipFacts entry={before.entry} /> : null}
        </section>
      ) : null}
      {before.kind === 'check' ? (
        <section className="sheet gate-body" aria-label={before.entry.serialNo}>
          <SlipFacts entry={before.entry} />
          <GateCheck
            key={before.entry.id}
            entry={before.entry}
            desk={desk}
            onClose={toField}
            onDone={(result) => setBefore({ kind: 'done', entry: before.entry, result, at: nowIso() })}
          />
        </section>
      ) : null}
      {before.kind === 'done' ? (
        <section className={`sheet gate-done ${before.result}`} role="status">
          <strong>
            {t(`goods-releases:gate.${before.result === 'released' ? 'left' : 'kept'}`, {
              no: before.entry.serialNo,
              at: timeOf(before.at),
            })}
          </strong>
          <Button autoFocus onClick={toField}>
            {t('goods-releases:gate.nextSlip')} <Kbd size="xs">Enter</Kbd>
          </Button>
        </section>
      ) : null}
    </div>
  );
}

/** Looks a slip up; one that may go out is at the gate from now on. */
async function slipAtGate(code: string): Promise<Before> {
  const found = await call('goodsReleases.check', { typed: code });
  if (!found.ok) return { kind: 'stopped', entry: null, error: found.error };
  const { entry, stop } = found.data;
  if (stop) return { kind: 'stopped', entry, error: { kind: 'refused', ...stop } };
  if (entry.state === 'atGate') return { kind: 'check', entry };
  const arrived = await call('goodsReleases.arrive', { id: entry.id, version: entry.version });
  if (!arrived.ok) return { kind: 'stopped', entry, error: arrived.error };
  return { kind: 'check', entry: { ...entry, state: 'atGate', version: arrived.data.version } };
}
