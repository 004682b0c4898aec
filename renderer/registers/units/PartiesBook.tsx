import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Input } from '../../../shared/api';
import type { PartyLine } from '../../../shared/registers/parties';
import { PARTY_COLUMNS } from '../../../shared/registers/parties.columns';
import { OCCUPANCY_ROLES, PARTY_KINDS, PARTY_STATES } from '../../../shared/registers/parties.row';
import { BookList } from '../../book/BookList';
import type { BookPageProps } from '../../book/BookTab';
import { fieldLabel } from '../../book/book';
import { daysOf, textsOf, ticked } from '../../book/filters';
import { StateCell } from '../../book/StateCell';
import { useWords } from '../../i18n';
import { useOpPages } from '../../queries';
import { PARTIES } from './books';
import { ImportDialog } from './ImportDialog';
import { QuickAddParty } from './QuickAddParty';
import { PARTY_TONES } from './tones';

/** 住户档案 (S34): owners, tenants, merchants, occupants. */
export function PartiesBook({ desk, filter, onFilter, onOpen, strip, onBack }: BookPageProps) {
  const { t } = useWords();
  const [importing, setImporting] = useState(false);
  const vip = desk.may('parties.vip');
  const asked: Input<'parties.list'>['filter'] = {
    states: ticked(filter.states, PARTY_STATES),
    kinds: ticked(filter.picks.kinds, PARTY_KINDS),
    role: ticked(filter.picks.roles, OCCUPANCY_ROLES)?.[0] ?? null,
    vip: vip && filter.picks.vip?.includes('vip') ? true : null,
    ...daysOf(filter),
    search: textsOf(filter).search,
  };
  const list = useOpPages('parties.list', { filter: asked, limit: 100 });
  return (
    <>
      {desk.may('parties.register') ? <QuickAddParty place={strip} onBack={onBack} /> : null}
      <BookList<PartyLine>
        book={PARTIES}
        desk={desk}
        list={list}
        columns={PARTY_COLUMNS}
        render={RENDER}
        onOpen={onOpen}
        filters={{
          states: PARTY_STATES,
          selects: [
            {
              name: 'roles',
              label: t(fieldLabel(PARTIES, 'role')),
              choices: OCCUPANCY_ROLES.map((code) => ({ value: code, label: t(`units:role.${code}`) })),
            },
            {
              name: 'kinds',
              label: t(fieldLabel(PARTIES, 'kind')),
              choices: PARTY_KINDS.map((code) => ({ value: code, label: t(`units:kind.${code}`) })),
            },
            ...(vip
              ? [
                  {
                    name: 'vip',
                    label: t(fieldLabel(PARTIES, 'vip')),
                    choices: [{ value: 'vip', label: t('book:screen.yes') }],
                  },
                ]
              : []),
          ],
          value: filter,
          onChange: onFilter,
        }}
        exported={{ permit: 'units.export', register: 'parties', filter: asked }}
        prints={{ permit: 'units.print', months: [], now: ['F48'], blank: ['F42'] }}
        actions={
          desk.may('units.import') ? (
            <Button variant="default" onClick={() => setImporting(true)}>
              {t('units:import.button')}
            </Button>
          ) : null
        }
      />
      {importing ? (
        <ImportDialog kind="people" staffId={desk.actor.staffId} onClose={() => setImporting(false)} />
      ) : null}
    </>
  );
}

const RENDER = {
  serialNo: (row: PartyLine) => (
    <StateCell book={PARTIES} row={row} tone={PARTY_TONES[row.state]}>
      {row.vip === 1 ? <span className="late-mark">VIP</span> : null}
    </StateCell>
  ),
};
