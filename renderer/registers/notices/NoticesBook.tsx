import type { Input } from '../../../shared/api';
import { NOTICE_NEEDS } from '../../../shared/registers/notices';
import { NOTICE_COLUMNS } from '../../../shared/registers/notices.columns';
import {
  NOTICE_MEDIA,
  NOTICE_STATES,
  type NoticeLine,
  type NoticeMedium,
  PLAYED_MEDIA,
} from '../../../shared/registers/notices.row';
import { BookList } from '../../book/BookList';
import type { BookPageProps } from '../../book/BookTab';
import { fieldLabel } from '../../book/book';
import { daysOf, needOf, textsOf, ticked } from '../../book/filters';
import { QuickForm } from '../../book/QuickForm';
import { StateCell } from '../../book/StateCell';
import { useWords } from '../../i18n';
import { useOpPages } from '../../queries';
import { NOTICES } from './books';
import { KIND, NOTE, PLAYS, WORDING } from './editors';
import { noticeTone } from './tones';

/** 公告、宣传栏、LED (S25, F34): the strip drafts, the book below shows where each text stands. */
export function NoticesBook({ desk, filter, onFilter, onOpen, strip, onBack }: BookPageProps) {
  const { t } = useWords();
  const asked: Input<'notices.list'>['filter'] = {
    need: needOf(filter, NOTICE_NEEDS),
    states: ticked(filter.states, NOTICE_STATES),
    media: ticked(filter.picks.media, NOTICE_MEDIA),
    ...daysOf(filter),
    ...textsOf(filter),
  };
  const list = useOpPages('notices.list', { filter: asked, limit: 100 });
  return (
    <>
      {desk.may('notices.write') ? (
        <QuickForm
          op="notices.register"
          book={NOTICES}
          label={t('notices:screen.quickAdd')}
          place={strip}
          onBack={onBack}
          fields={(typed) => [
            { name: 'kind', editor: KIND, required: true, first: 'general' },
            ...WORDING,
            { ...PLAYS, when: PLAYED_MEDIA.includes(typed.medium as NoticeMedium) },
            { name: 'department', editor: { kind: 'text', max: 40 } },
            { name: 'note', editor: NOTE },
          ]}
        />
      ) : null}
      <BookList<NoticeLine>
        book={NOTICES}
        desk={desk}
        list={list}
        columns={NOTICE_COLUMNS}
        render={RENDER}
        onOpen={onOpen}
        filters={{
          states: NOTICE_STATES,
          byPerson: true,
          selects: [
            {
              name: 'media',
              label: t(fieldLabel(NOTICES, 'medium')),
              choices: NOTICE_MEDIA.map((code) => ({ value: code, label: t(`notices:medium.${code}`) })),
            },
          ],
          value: filter,
          onChange: onFilter,
        }}
        exported={{ permit: 'notices.export', register: 'notices', filter: asked }}
        prints={{ permit: 'notices.print', months: ['F34'], blank: ['F34', 'F33'] }}
      />
    </>
  );
}

const RENDER = {
  serialNo: (row: NoticeLine) => <StateCell book={NOTICES} row={row} tone={noticeTone(row)} />,
};
