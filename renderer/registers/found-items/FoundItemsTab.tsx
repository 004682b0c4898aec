import { Tabs } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { FOUND_ITEM_NEEDS } from '../../../shared/registers/found-items';
import { useWords } from '../../i18n';
import { isTyping, withCommand } from '../../ui/keys';
import type { WorkspaceProps } from '../open';
import { type Desk, useDesk } from './desk';
import { FoundItemEntry } from './FoundItemEntry';
import './found-items.css';
import { NO_FILTER, useBookFilter } from './filters';
import { ItemsBook } from './ItemsBook';
import { LostReportEntry } from './LostReportEntry';
import { Needs } from './Needs';
import { ReportsBook } from './ReportsBook';
import { useKeys } from './use-keys';
import type { Book } from './values';

/** Workspace 捡拾物品: the found-item register and the lost reports, one book at a time, an entry in front of its book. */
export default function FoundItemsTab({ open }: WorkspaceProps) {
  const { t } = useWords();
  const desk = useDesk();
  return desk ? <Books desk={desk} open={open} /> : <p className="quiet">{t('core:loading')}</p>;
}

interface Opened {
  id: string;
  action: string | null;
}

function Books({ desk, open }: { desk: Desk; open: WorkspaceProps['open'] }) {
  const { t } = useWords();
  const { staffId } = desk.actor;
  const [book, setBook] = useState<Book>('foundItems');
  const [opened, setOpened] = useState<Opened | null>(null);
  const [items, setItems] = useBookFilter(staffId, 'foundItems');
  const [reports, setReports] = useBookFilter(staffId, 'lostReports');
  const strip = useRef<HTMLElement>(null);
  const page = useRef<HTMLDivElement>(null);

  // Asked from elsewhere (search, today board, a link): every request is a new object.
  useEffect(() => {
    if (!open) return;
    setBook(open.register === 'lostReports' ? 'lostReports' : 'foundItems');
    setOpened(open.entryId ? { id: open.entryId, action: open.action } : null);
    const need = FOUND_ITEM_NEEDS.find((n) => n === open.need);
    if (need) setItems({ ...NO_FILTER, need });
  }, [open, setItems]);

  const toLines = () => page.current?.querySelector<HTMLElement>('[role="grid"]')?.focus();
  const back = () => {
    setOpened(null);
    requestAnimationFrame(toLines);
  };
  useKeys(page, (event) => {
    if (opened || event.code !== 'KeyN' || isTyping(event.target)) return false;
    if (withCommand(event) || event.altKey) return false;
    strip.current?.querySelector<HTMLElement>('[data-name="category"]')?.focus();
    return true;
  });

  const shared = { desk, strip, onBack: toLines, onOpen: (id: string) => setOpened({ id, action: null }) };
  return (
    <div className="found-items" ref={page}>
      <div className="books" hidden={opened !== null}>
        <div className="row apart books-head">
          <Tabs
            value={book}
            onChange={(next) => setBook(next === 'lostReports' ? 'lostReports' : 'foundItems')}
          >
            <Tabs.List aria-label={t('found-items:screen.books')}>
              <Tabs.Tab value="foundItems">{t('found-items:screen.book.foundItems')}</Tabs.Tab>
              <Tabs.Tab value="lostReports">{t('found-items:screen.book.lostReports')}</Tabs.Tab>
            </Tabs.List>
          </Tabs>
          {book === 'foundItems' ? (
            <Needs desk={desk} current={items.need} onPick={(need) => setItems({ ...items, need })} />
          ) : null}
        </div>
        {book === 'foundItems' ? (
          <ItemsBook {...shared} filter={items} onFilter={setItems} />
        ) : (
          <ReportsBook {...shared} filter={reports} onFilter={setReports} />
        )}
      </div>
      {opened && book === 'foundItems' ? (
        <FoundItemEntry key={opened.id} id={opened.id} desk={desk} action={opened.action} onBack={back} />
      ) : null}
      {opened && book === 'lostReports' ? (
        <LostReportEntry key={opened.id} id={opened.id} desk={desk} action={opened.action} onBack={back} />
      ) : null}
    </div>
  );
}
