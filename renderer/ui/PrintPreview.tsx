import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { PrintRequest } from '../../shared/registers/prints';
import { useWords } from '../i18n';
import { useCommand, useOp } from '../queries';
import { Dialog } from './Dialog';
import { JobProgress, newJob } from './JobProgress';
import { Pages } from './paper/Pages';
import { ErrorLine } from './refusal';

interface PrintPreviewProps {
  /** What to print; null keeps the dialog closed. Language defaults to that of the screen. */
  request: PrintRequest | null;
  onClose: () => void;
}

/** Pages sent and drawn at once: a month book of 10,000 lines is walked in slices, like the print itself. */
const SLICE = 5;

/** The paper at true size before it is paper; the same component draws both. Printing and saving are journal events. */
export function PrintPreview({ request, onClose }: PrintPreviewProps) {
  const { t } = useWords();
  return (
    <Dialog title={t('core:print.title')} opened={request !== null} onClose={onClose} width={1240}>
      {request ? <Preview request={request} onClose={onClose} /> : null}
    </Dialog>
  );
}

function Preview({ request, onClose }: { request: PrintRequest; onClose: () => void }) {
  const { t, lang } = useWords();
  const [paperLang, setPaperLang] = useState(request.lang ?? lang);
  const asked = { ...request, lang: paperLang };
  const [first, setFirst] = useState(0);
  const prepared = useOp(
    'prints.prepare',
    { ...asked, only: { from: first + 1, count: SLICE } },
    { keep: true },
  );
  const run = useCommand('prints.run');
  const [job, setJob] = useState<string | null>(null);
  const [done, setDone] = useState<string | null>(null);

  const print = async (to: 'printer' | 'pdf') => {
    const name = newJob('print');
    setJob(name);
    setDone(null);
    const result = await run.run({ request: asked, to, path: null, job: name });
    setJob(null);
    if (!result?.ok || result.data.cancelled) return;
    setDone(
      result.data.path
        ? t('core:print.saved', { pages: result.data.pages, path: result.data.path })
        : t('core:print.printed', { pages: result.data.pages }),
    );
  };
  const total = prepared.data?.units ?? 0;
  const press = useRef<HTMLButtonElement>(null);
  const drawn = prepared.data !== undefined;
  useEffect(() => {
    // Enter prints as soon as there is something to print.
    if (drawn) press.current?.focus();
  }, [drawn]);
  return (
    <div className="print-preview">
      <div className="row apart">
        <div className="row">
          <Button variant={paperLang === 'zh-CN' ? 'light' : 'subtle'} onClick={() => setPaperLang('zh-CN')}>
            {t('core:lang.zh-CN')}
          </Button>
          <Button variant={paperLang === 'en' ? 'light' : 'subtle'} onClick={() => setPaperLang('en')}>
            {t('core:lang.en')}
          </Button>
          {total > SLICE ? (
            <>
              <Button
                variant="default"
                disabled={first === 0}
                onClick={() => setFirst(Math.max(0, first - SLICE))}
              >
                {t('core:print.earlier')}
              </Button>
              <span className="number">
                {t('core:print.pages', { from: first + 1, to: Math.min(total, first + SLICE), total })}
              </span>
              <Button
                variant="default"
                disabled={first + SLICE >= total}
                onClick={() => setFirst(first + SLICE)}
              >
                {t('core:print.later')}
              </Button>
            </>
          ) : null}
        </div>
        <div className="row">
          <span className="saved-mark" role="status">
            {done}
          </span>
          <Button data-autofocus variant="subtle" color="gray" onClick={onClose}>
            {t('core:action.close')}
          </Button>
          <Button variant="default" disabled={!prepared.data || run.busy} onClick={() => void print('pdf')}>
            {t('core:print.pdf')}
          </Button>
          <Button ref={press} disabled={!prepared.data || run.busy} onClick={() => void print('printer')}>
            {t('core:print.printer')}
          </Button>
        </div>
      </div>
      {job ? <JobProgress job={job} label={t('core:print.running')} cancellable /> : null}
      <ErrorLine error={run.error ?? prepared.error?.error} />
      <div className="paper-desk">
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled region must be reachable by keyboard */}
        <section className="paper-scroll" tabIndex={0} aria-label={t('core:print.title')}>
          {prepared.data ? <Pages job={prepared.data} /> : <p className="quiet">{t('core:loading')}</p>}
        </section>
      </div>
    </div>
  );
}
