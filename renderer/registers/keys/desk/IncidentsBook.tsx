import { useState } from 'react';
import type { Input } from '../../../../shared/api';
import { KEY_INCIDENT_COLUMNS } from '../../../../shared/registers/key-desk.columns';
import { KEY_INCIDENT_NEEDS } from '../../../../shared/registers/key-incidents';
import { KEY_INCIDENT_STATES, type KeyIncidentLine } from '../../../../shared/registers/key-incidents.row';
import { BookList } from '../../../book/BookList';
import type { BookPageProps } from '../../../book/BookTab';
import { daysOf, needOf, textsOf, ticked } from '../../../book/filters';
import { StateCell } from '../../../book/StateCell';
import { useOpPages } from '../../../queries';
import { KEY_INCIDENTS } from './books';
import './desk.css';
import { ReportIncident } from './dialogs/ReportIncident';
import { incidentTone } from './tones';

/** 钥匙丢失、损坏 (S08, F14). */
export function IncidentsBook({ desk, filter, onFilter, onOpen }: BookPageProps) {
  const [reporting, setReporting] = useState(false);
  const asked: Input<'keyIncidents.list'>['filter'] = {
    need: needOf(filter, KEY_INCIDENT_NEEDS),
    states: ticked(filter.states, KEY_INCIDENT_STATES),
    ...daysOf(filter),
    search: textsOf(filter).search,
  };
  const list = useOpPages('keyIncidents.list', { filter: asked, limit: 100 });
  return (
    <>
      <BookList<KeyIncidentLine>
        book={KEY_INCIDENTS}
        desk={desk}
        list={list}
        columns={KEY_INCIDENT_COLUMNS}
        render={RENDER}
        onOpen={onOpen}
        filters={{ states: KEY_INCIDENT_STATES, value: filter, onChange: onFilter }}
        exported={{ permit: 'keyLoans.export', register: 'keyIncidents', filter: asked }}
        prints={{ permit: 'keyLoans.print', blank: ['F14'] }}
        onNew={desk.may('keyIncidents.report') ? () => setReporting(true) : undefined}
      />
      {reporting ? <ReportIncident onClose={() => setReporting(false)} onDone={(id) => onOpen(id)} /> : null}
    </>
  );
}

const RENDER = {
  serialNo: (row: KeyIncidentLine) => <StateCell book={KEY_INCIDENTS} row={row} tone={incidentTone(row)} />,
};
