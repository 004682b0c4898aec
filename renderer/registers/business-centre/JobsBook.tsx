import type { Input } from '../../../shared/api';
import { JOB_KINDS } from '../../../shared/registers/business.setting';
import { OFFICE_JOB_NEEDS } from '../../../shared/registers/office-jobs';
import { OFFICE_JOB_COLUMNS } from '../../../shared/registers/office-jobs.columns';
import { OFFICE_JOB_STATES, type OfficeJobLine } from '../../../shared/registers/office-jobs.row';
import { BookList } from '../../book/BookList';
import type { BookPageProps } from '../../book/BookTab';
import { fieldLabel } from '../../book/book';
import { COUNT, PHONE, TIME } from '../../book/editors';
import { daysOf, needOf, textsOf, ticked } from '../../book/filters';
import { QuickForm } from '../../book/QuickForm';
import { StateCell } from '../../book/StateCell';
import { TICK } from '../../book/tick';
import { useWords } from '../../i18n';
import { useOpPages } from '../../queries';
import { OFFICE_JOBS } from './books';
import './business.css';
import { UNIT } from '../units/unit-editor';
import { choice, NAME, NUMBER } from './editors';
import { priceHint } from './price';
import { jobTone } from './tones';

/** 打字复印传真登记 (S21, F28): the strip on top, the log below. */
export function JobsBook({ desk, filter, onFilter, onOpen, strip, onBack }: BookPageProps) {
  const { t } = useWords();
  const asked: Input<'officeJobs.list'>['filter'] = {
    need: needOf(filter, OFFICE_JOB_NEEDS),
    states: ticked(filter.states, OFFICE_JOB_STATES),
    kinds: ticked(filter.picks.kinds, JOB_KINDS),
    ...daysOf(filter),
    ...textsOf(filter),
  };
  const list = useOpPages('officeJobs.list', { filter: asked, limit: 100 });
  return (
    <>
      {desk.may('officeJobs.record') ? (
        <QuickForm
          op="officeJobs.register"
          book={OFFICE_JOBS}
          label={t('business:screen.quickJob')}
          place={strip}
          onBack={onBack}
          fields={(typed) => [
            { name: 'customerName', editor: NAME, required: true },
            { name: 'kind', editor: choice('kind', JOB_KINDS), required: true },
            { name: 'originalPages', editor: COUNT, required: true, first: '1' },
            {
              name: 'copies',
              editor: COUNT,
              required: true,
              first: '1',
              hint: priceHint(desk.settings.business.prices, typed) ?? '',
            },
            { name: 'colour', editor: TICK },
            { name: 'faxNo', editor: NUMBER, required: true, when: typed.kind === 'fax' },
            { name: 'documentTitle', editor: { kind: 'text', max: 80 } },
            { name: 'confidential', editor: TICK },
            { name: 'customerPhone', editor: PHONE },
            { name: 'unitId', editor: UNIT },
            { name: 'takenAt', editor: TIME },
            { name: 'note', editor: { kind: 'text', max: 300 } },
          ]}
          more={(typed) => ({
            colour: typed.colour === 'yes',
            confidential: typed.confidential === 'yes',
            faxSent: typed.kind === 'fax' ? true : null,
          })}
        />
      ) : null}
      <BookList<OfficeJobLine>
        book={OFFICE_JOBS}
        desk={desk}
        list={list}
        columns={OFFICE_JOB_COLUMNS}
        render={RENDER}
        onOpen={onOpen}
        filters={{
          states: OFFICE_JOB_STATES,
          byPerson: true,
          selects: [
            {
              name: 'kinds',
              label: t(fieldLabel(OFFICE_JOBS, 'kind')),
              choices: JOB_KINDS.map((kind) => ({ value: kind, label: t(`business:kind.${kind}`) })),
            },
          ],
          value: filter,
          onChange: onFilter,
        }}
        exported={{ permit: 'officeJobs.export', register: 'officeJobs', filter: asked }}
        prints={{ permit: 'officeJobs.print', months: ['F28'], blank: ['F28'] }}
      />
    </>
  );
}

const RENDER = {
  serialNo: (row: OfficeJobLine) => <StateCell book={OFFICE_JOBS} row={row} tone={jobTone(row)} />,
};
