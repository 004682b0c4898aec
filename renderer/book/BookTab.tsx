import { Tabs } from '@mantine/core';
import { type ComponentType, type RefObject, useEffect, useRef, useState } from 'react';
import type { Permit } from '../../shared/roles';
import { useWords } from '../i18n';
import type { WorkspaceProps } from '../registers/open';
import { fieldsIn, isTyping, withCommand } from '../ui/keys';
import { useRemembered } from '../ui/remembered';
import { type Book, bookLabel, type NeedCounts, shelfName } from './book';
import './book.css';
import { type Desk, useDesk } from './desk';
import { type BookFilter, NO_FILTER, useBookFilter } from './filters';
import { NeedDoors } from './NeedDoors';
import { useKeys } from './use-keys';

/** What BookTab gives the list of a book. */
export interface BookPageProps {
  desk: Desk;
  filter: BookFilter;
  onFilter: (filter: BookFilter) => void;
  /** Opens an entry in front of the book. */
  onOpen: (id: string, action?: string) => void;
  /** Give it to the book's QuickStrip: N puts the focus there. */
  strip: RefObject<HTMLElement | null>;
  /** Esc in the strip: back to the lines. */
  onBack: () => void;
}

/** What BookTab gives the page of an entry. */
export interface EntryPageProps {
  id: string;
  desk: Desk;
  /** Operation asked for with the entry; its button gets the focus. */
  action: string | null;
  onBack: () => void;
}

/** One book of a tab. */
export interface TabBook {
  book: Book;
  /** Who may read it; others do not see it. */
  permit: Permit;
  Page: ComponentType<BookPageProps>;
  Entry?: ComponentType<EntryPageProps>;
  counts?: NeedCounts;
}

interface BookTabProps {
  /** Latest request from elsewhere: search, scan, Today, a link. */
  open: WorkspaceProps['open'];
  /** Name the chosen book is remembered under: the tab's. */
  tab: string;
  books: readonly TabBook[];
}

/**
 * A workspace tab of several books, one at a time, an entry in front of its book. N goes to the strip, Esc back to the
 * lines; the book and its filters are remembered for the person.
 */
export function BookTab(props: BookTabProps) {
  const { t } = useWords();
  const desk = useDesk();
  if (!desk) return <p className="quiet">{t('core:loading')}</p>;
  const books = props.books.filter((one) => desk.may(one.permit));
  const [first] = books;
  if (!first) return <p className="quiet">{t('core:today.nothingHere')}</p>;
  return <Books {...props} desk={desk} books={books} first={first} />;
}

interface Opened {
  id: string;
  action: string | null;
}

function Books({ open, tab, books, first, desk }: BookTabProps & { desk: Desk; first: TabBook }) {
  const { t } = useWords();
  const [chosen, choose] = useRemembered(desk.actor.staffId, `book.${tab}`, shelfName(first.book));
  const [opened, setOpened] = useState<Opened | null>(null);
  /** A need or a new entry asked for from elsewhere; the book takes it when it is drawn. */
  const [wish, setWish] = useState<WorkspaceProps['open']>(null);
  const page = useRef<HTMLDivElement>(null);
  const here = books.find((one) => shelfName(one.book) === chosen) ?? first;
  const { Entry } = here;
  const latest = useRef({ books, choose });
  latest.current = { books, choose };

  // Asked from elsewhere (search, today board, a link): every request is a new object.
  useEffect(() => {
    if (!open) return;
    const asked = latest.current.books.find((one) => one.book.register === open.register);
    if (!asked) return;
    latest.current.choose(shelfName(asked.book));
    setOpened(open.entryId ? { id: open.entryId, action: open.action } : null);
    setWish(open.entryId ? null : open);
  }, [open]);

  const toLines = () => page.current?.querySelector<HTMLElement>('[role="grid"]')?.focus();
  /** The book chosen is drawn anew: the focus stays on its tab. */
  const turnTo = (register: string) => {
    choose(register);
    requestAnimationFrame(() =>
      page.current?.querySelector<HTMLElement>('.books-head [role="tab"][aria-selected="true"]')?.focus(),
    );
  };
  const back = () => {
    setOpened(null);
    requestAnimationFrame(toLines);
  };
  return (
    <div className="book-tab" ref={page}>
      <OneBook
        key={shelfName(here.book)}
        here={here}
        books={books}
        desk={desk}
        wish={wish?.register === here.book.register ? wish : null}
        onWish={() => setWish(null)}
        hidden={opened !== null}
        onChoose={turnTo}
        onOpen={(id, action) => setOpened({ id, action: action ?? null })}
        onBack={toLines}
        label={t('book:screen.books')}
      />
      {opened && Entry ? (
        <Entry key={opened.id} id={opened.id} desk={desk} action={opened.action} onBack={back} />
      ) : null}
    </div>
  );
}

interface OneBookProps {
  here: TabBook;
  books: readonly TabBook[];
  desk: Desk;
  wish: WorkspaceProps['open'];
  /** The wish is taken; turning to this book again must not bring it back. */
  onWish: () => void;
  hidden: boolean;
  label: string;
  onChoose: (register: string) => void;
  onOpen: (id: string, action?: string) => void;
  onBack: () => void;
}

function OneBook(props: OneBookProps) {
  const { here, books, desk, wish, onWish, hidden, label, onChoose, onOpen, onBack } = props;
  const { t } = useWords();
  const { Page, counts, book } = here;
  const [filter, setFilter] = useBookFilter(desk.actor.staffId, shelfName(book));
  const strip = useRef<HTMLElement>(null);
  const place = useRef<HTMLDivElement>(null);
  const toNew = () => {
    const first = strip.current ? fieldsIn(strip.current)[0] : undefined;
    if (first) first.focus();
    else place.current?.querySelector<HTMLElement>('[data-new]')?.click();
  };
  useEffect(() => {
    if (!wish) return;
    if (wish.need && counts?.needs.includes(wish.need)) setFilter({ ...NO_FILTER, need: wish.need });
    if (wish.search) setFilter({ ...NO_FILTER, search: wish.search });
    if (/\.(register|issue|arrive|ask|request)$/.test(wish.action ?? '')) requestAnimationFrame(toNew);
    onWish();
  });
  useKeys(place, (event) => {
    if (hidden || event.code !== 'KeyN' || isTyping(event.target)) return false;
    if (withCommand(event) || event.altKey) return false;
    toNew();
    return true;
  });
  return (
    <div className="books" ref={place} hidden={hidden}>
      <div className="row apart books-head">
        <Tabs value={shelfName(book)} onChange={(next) => next && onChoose(next)}>
          <Tabs.List aria-label={label}>
            {books.map((one) => (
              <Tabs.Tab key={shelfName(one.book)} value={shelfName(one.book)}>
                {t(bookLabel(one.book))}
              </Tabs.Tab>
            ))}
          </Tabs.List>
        </Tabs>
        {counts ? (
          <NeedDoors
            counts={counts}
            desk={desk}
            current={filter.need}
            onPick={(need) => setFilter({ ...filter, need })}
          />
        ) : null}
      </div>
      <Page desk={desk} filter={filter} onFilter={setFilter} onOpen={onOpen} strip={strip} onBack={onBack} />
    </div>
  );
}
