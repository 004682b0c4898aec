import { Button, Kbd } from '@mantine/core';
import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';
import type { Output } from '../../../shared/api';
import { SIGNED_FORMS, type SignedForm } from '../../../shared/registers/signed-papers.row';
import type { OpError } from '../../../shared/result';
import { formLabel } from '../../book/book';
import type { Desk } from '../../book/desk';
import { call } from '../../client';
import { useWords } from '../../i18n';
import { useOp } from '../../queries';
import { ChoiceField } from '../../ui/fields/ChoiceField';
import { TextField } from '../../ui/fields/TextField';
import { isComposing } from '../../ui/keys';
import { ErrorLine } from '../../ui/refusal';
import { useScanTarget } from '../../ui/scan-target';

type Filed = Output<'signedPapers.file'>;
/** Filed in a row and still named below the strip. */
const NAMED = 8;

interface FileStripProps {
  desk: Desk;
  place: RefObject<HTMLElement | null>;
  onBack: () => void;
}

/** One scan files a slip: binder and page stand where this person filed last, the page counts up by itself. */
export function FileStrip({ desk, place, onBack }: FileStripProps) {
  const { t } = useWords();
  const [typed, setTyped] = useState('');
  const [binder, setBinder] = useState<string | null>(null);
  /** Empty: the next free page. */
  const [page, setPage] = useState('');
  const [form, setForm] = useState<string | null>(null);
  const [filed, setFiled] = useState<readonly Filed[]>([]);
  const [error, setError] = useState<OpError | null>(null);
  const last = useOp('signedPapers.binder', {}).data;
  const named = binder ?? last?.binder ?? '';
  const next = useOp('signedPapers.binder', { binder: named.trim() || null }, { keep: true }).data?.page;
  const latest = useRef({ named, page, form });
  latest.current = { named, page, form };
  const busy = useRef(false);

  const file = async (code: string): Promise<'taken' | 'wrong'> => {
    if (busy.current) return 'wrong';
    const now = latest.current;
    if (now.named.trim() === '') {
      setError({ kind: 'refused', reason: 'signedPapers.binderMissing', params: {} });
      return 'wrong';
    }
    busy.current = true;
    const done = await call('signedPapers.file', {
      typed: code,
      binder: now.named,
      page: now.page.trim() === '' ? null : Number(now.page),
      form: SIGNED_FORMS.find((one) => one === now.form) ?? null,
    });
    busy.current = false;
    if (!done.ok) {
      setError(done.error);
      return 'wrong';
    }
    setError(null);
    setTyped('');
    setPage('');
    setForm(null);
    setFiled((before) => [done.data, ...before].slice(0, NAMED));
    return 'taken';
  };
  const undo = async ({ id, version }: Filed) => {
    const done = await call('signedPapers.unfile', { id, version, reason: t('signed-papers:undoReason') });
    if (done.ok) setFiled((before) => before.filter((one) => one.id !== id));
    setError(done.ok ? null : done.error);
  };
  const here = useScanTarget((scan) => (scan.own?.kind === 'entry' ? file(scan.code) : 'pass'));
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event)) return;
    if (event.key === 'Escape') onBack();
    if (event.key !== 'Enter' || typed.trim() === '') return;
    event.preventDefault();
    void file(typed.trim());
  };
  useEffect(() => {
    if (typed !== '') setError(null);
  }, [typed]);
  return (
    <section ref={place} className="sheet signed-strip" aria-label={t('signed-papers:strip.label')}>
      <div ref={here} className="row fields-row">
        <TextField
          label={t('signed-papers:strip.typed')}
          name="typed"
          width={240}
          max={40}
          placeholder={t('signed-papers:strip.typedHint')}
          value={typed}
          onChange={setTyped}
          onKeyDown={onKeyDown}
        />
        <TextField
          label={t('signed-papers:strip.binder')}
          name="binder"
          width={150}
          max={20}
          required
          value={named}
          onChange={setBinder}
        />
        <TextField
          label={t('signed-papers:strip.page')}
          name="page"
          width={80}
          inputMode="numeric"
          right
          placeholder={next === undefined ? '' : String(next)}
          value={page}
          onChange={(value) => setPage(value.replace(/\D/g, '').slice(0, 4))}
          onKeyDown={onKeyDown}
        />
        <ChoiceField
          label={t('signed-papers:strip.form')}
          width={230}
          clearable
          placeholder={t('signed-papers:form.auto')}
          choices={SIGNED_FORMS.map((one: SignedForm) => ({ value: one, label: t(formLabel(one)) }))}
          value={form}
          onChange={setForm}
        />
        <span className="quiet small signed-hint">
          {t('signed-papers:strip.hint')} <Kbd size="xs">Enter</Kbd>
        </span>
      </div>
      <ErrorLine error={error} />
      {filed.length > 0 ? (
        <p role="status" className="saved-mark">
          {t('signed-papers:strip.filed', { n: filed.length })}{' '}
          {filed.map((one, index) => (
            <span key={one.id} className="signed-done">
              <span className="number">{one.entryNo}</span>{' '}
              {t('signed-papers:place', { binder: one.binder ?? '', page: one.page ?? '' })}{' '}
              {index === 0 && desk.may('signedPapers.unfile') ? (
                <Button size="compact-xs" variant="subtle" onClick={() => void undo(one)}>
                  {t('signed-papers:strip.undo')}
                </Button>
              ) : null}
            </span>
          ))}
        </p>
      ) : null}
    </section>
  );
}
