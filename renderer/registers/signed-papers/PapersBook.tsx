import type { Input } from '../../../shared/api';
import { SIGNED_PAPER_NEEDS } from '../../../shared/registers/signed-papers';
import {
  SIGNED_FORMS,
  SIGNED_PAPER_STATES,
  type SignedPaperLine,
} from '../../../shared/registers/signed-papers.row';
import { BookList } from '../../book/BookList';
import type { BookPageProps } from '../../book/BookTab';
import { formLabel, stateLabel } from '../../book/book';
import { needOf, ticked } from '../../book/filters';
import { useWords } from '../../i18n';
import { useOpPages } from '../../queries';
import { StateMark } from '../../ui/StateMark';
import { paperTone, SIGNED_PAPERS } from './books';
import { SIGNED_PAPER_COLUMNS } from './columns';
import { FileStrip } from './FileStrip';
import './signed-papers.css';

/** 签收单据: the strip that files on top, what is out and what is filed below, the oldest print first. */
export function PapersBook({ desk, filter, onFilter, onOpen, strip, onBack }: BookPageProps) {
  const { t } = useWords();
  const asked: Input<'signedPapers.list'>['filter'] = {
    need: needOf(filter, SIGNED_PAPER_NEEDS),
    states: ticked(filter.states, SIGNED_PAPER_STATES),
    forms: ticked(filter.picks.forms, SIGNED_FORMS),
    search: filter.search || null,
  };
  const list = useOpPages('signedPapers.list', { filter: asked, limit: 100 });
  return (
    <>
      {desk.may('signedPapers.file') ? <FileStrip desk={desk} place={strip} onBack={onBack} /> : null}
      <BookList<SignedPaperLine>
        book={SIGNED_PAPERS}
        desk={desk}
        list={list}
        columns={SIGNED_PAPER_COLUMNS}
        render={RENDER}
        onOpen={onOpen}
        filters={{
          states: SIGNED_PAPER_STATES,
          byDay: false,
          selects: [
            {
              name: 'forms',
              label: t('signed-papers:column.form'),
              choices: SIGNED_FORMS.map((form) => ({ value: form, label: t(formLabel(form)) })),
            },
          ],
          value: filter,
          onChange: onFilter,
        }}
      />
    </>
  );
}

function PaperState({ row }: { row: SignedPaperLine }) {
  const { t } = useWords();
  return <StateMark word={t(stateLabel(SIGNED_PAPERS, row.state))} tone={paperTone(row)} />;
}
const RENDER = { state: (row: SignedPaperLine) => <PaperState row={row} /> };
