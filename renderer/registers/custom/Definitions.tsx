import { Button, Kbd } from '@mantine/core';
import { useState } from 'react';
import type { CustomBookLine } from '../../../shared/registers/custom-books.row';
import { nameIn } from '../../../shared/registers/custom-books.row';
import type { BookPageProps } from '../../book/BookTab';
import { useWords } from '../../i18n';
import { useCommand, useOp } from '../../queries';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorLine } from '../../ui/refusal';
import './custom.css';
import { DefinitionDialog } from './DefinitionDialog';

const NS = 'custom-books';

/** The shelf of own books: which there are, and where they are defined. */
export function Definitions({ desk }: BookPageProps) {
  const { t, lang } = useWords();
  const asked = useOp('customBooks.list', {}, { keep: true });
  const close = useCommand('customBooks.close');
  const reopen = useCommand('customBooks.reopen');
  const [at, setAt] = useState<CustomBookLine | 'new' | null>(null);
  const may = desk.may('customBooks.define');
  const rows = asked.data?.rows ?? [];
  return (
    <section className="sheet">
      <div className="row apart">
        <p className="quiet small">{t(`${NS}:screen.about`)}</p>
        {may ? (
          <Button data-new onClick={() => setAt('new')}>
            {t(`${NS}:screen.newBook`)} <Kbd size="xs">N</Kbd>
          </Button>
        ) : null}
      </div>
      <ErrorLine error={asked.error?.error ?? close.error ?? reopen.error} />
      {asked.data && rows.length === 0 ? (
        <EmptyState
          what={t(`${NS}:empty.customBooks`)}
          shortcut={{ keys: 'N', does: t(`${NS}:empty.customBooksKey`) }}
          rule={t(`${NS}:empty.customBooksRule`)}
        />
      ) : null}
      {rows.map((line) => (
        <div key={line.id} className="row apart">
          <span>
            <span className="number">{line.code}</span> {nameIn(lang, line)}{' '}
            <span className="quiet small">
              {t(`${NS}:flow.${line.flow}`)} · {t(`${NS}:screen.lines`, { n: line.lines })} · A/
              {line.revision}
              {line.state === 'closed' ? ` · ${t(`${NS}:screen.closed`)}` : ''}
            </span>
          </span>
          {may ? (
            <span className="row">
              <Button variant="default" onClick={() => setAt(line)}>
                {t(`${NS}:screen.edit`)}
              </Button>
              <Button
                variant="subtle"
                onClick={() =>
                  void (line.state === 'open' ? close : reopen).run({ id: line.id, version: line.version })
                }
              >
                {t(`${NS}:screen.${line.state === 'open' ? 'close' : 'reopen'}`)}
              </Button>
            </span>
          ) : null}
        </div>
      ))}
      {at ? <DefinitionDialog line={at === 'new' ? null : at} onClose={() => setAt(null)} /> : null}
    </section>
  );
}
