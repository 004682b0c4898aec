import type { CustomBookLine } from '../../../shared/registers/custom-books.row';
import { BookTab, type TabBook } from '../../book/BookTab';
import { useWords } from '../../i18n';
import { useOp } from '../../queries';
import { AllEntries } from '../custom/AllEntries';
import { Definitions } from '../custom/Definitions';
import { OwnBookPage } from '../custom/OwnBookPage';
import { OwnEntry } from '../custom/OwnEntry';
import { CUSTOM_BOOKS, CUSTOM_COUNTS, CUSTOM_ENTRIES, ownBook } from '../custom/own';
import { MEETING_BOOKS } from '../meetings/tab-books';
import type { WorkspaceProps } from '../open';

const ALL: TabBook = {
  book: CUSTOM_ENTRIES,
  permit: 'customEntries.read',
  Page: AllEntries,
  Entry: OwnEntry,
  counts: CUSTOM_COUNTS,
};
const SHELF: TabBook = { book: CUSTOM_BOOKS, permit: 'customBooks.read', Page: Definitions };

/** One page component per version of a definition: a new answer of the same one does not draw the strip anew. */
const pages = new Map<string, TabBook>();
function tabBook(line: CustomBookLine): TabBook {
  const key = `${line.id}@${line.version}`;
  const known = pages.get(key);
  if (known) return known;
  const made: TabBook = {
    book: ownBook(line),
    permit: 'customEntries.read',
    Page: (props) => <OwnBookPage {...props} line={line} />,
    Entry: OwnEntry,
  };
  pages.set(key, made);
  return made;
}

/** 部门管理: the department's own books, each like every other register, and where they are defined; then meetings. */
export default function DepartmentTab({ open }: WorkspaceProps) {
  const { t } = useWords();
  const asked = useOp('customBooks.list', {}, { keep: true });
  if (!asked.data) return <p className="quiet">{t('core:loading')}</p>;
  const own = asked.data.rows.filter((line) => line.state === 'open' || line.lines > 0).map(tabBook);
  return <BookTab open={open} tab="department" books={[ALL, ...own, SHELF, ...MEETING_BOOKS]} />;
}
