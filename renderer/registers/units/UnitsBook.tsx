import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Input } from '../../../shared/api';
import { UNIT_NEEDS, type UnitLine } from '../../../shared/registers/units';
import { stateText, UNIT_COLUMNS } from '../../../shared/registers/units.columns';
import { OCCUPANCY_STATES, UNIT_STATES, UNIT_USES } from '../../../shared/registers/units.row';
import { BookList } from '../../book/BookList';
import type { BookPageProps } from '../../book/BookTab';
import { fieldLabel } from '../../book/book';
import { needOf, textsOf, ticked } from '../../book/filters';
import { useWords } from '../../i18n';
import { useOp, useOpPages } from '../../queries';
import { StateMark } from '../../ui/StateMark';
import { AreasDialog } from './AreasDialog';
import { UNITS } from './books';
import { ImportDialog } from './ImportDialog';
import { QuickAddUnit } from './QuickAddUnit';
import { unitTone } from './tones';

/** 房产台账 (S33): every unit of the project, in the order of its number. */
export function UnitsBook({ desk, filter, onFilter, onOpen, strip, onBack }: BookPageProps) {
  const { t } = useWords();
  const [dialog, setDialog] = useState<'import' | 'areas' | null>(null);
  const areas = useOp('units.areas', {}).data;
  const areaIds = areas?.areas.map((area) => area.id) ?? [];
  const asked: Input<'units.list'>['filter'] = {
    need: needOf(filter, UNIT_NEEDS),
    states: ticked(filter.states, UNIT_STATES),
    occupancyStates: ticked(filter.picks.occupancy, OCCUPANCY_STATES),
    uses: ticked(filter.picks.uses, UNIT_USES),
    areaId: ticked(filter.picks.areas, areaIds)?.[0] ?? null,
    building: ticked(filter.picks.buildings, areas?.buildings ?? [])?.[0] ?? null,
    search: textsOf(filter).search,
  };
  const list = useOpPages('units.list', { filter: asked, limit: 100 });
  const select = (name: string, label: string, choices: { value: string; label: string }[]) => ({
    name,
    label,
    choices,
  });
  return (
    <>
      {desk.may('units.register') ? <QuickAddUnit place={strip} onBack={onBack} /> : null}
      <BookList<UnitLine>
        book={UNITS}
        desk={desk}
        list={list}
        columns={UNIT_COLUMNS}
        render={RENDER}
        onOpen={onOpen}
        filters={{
          states: UNIT_STATES,
          byDay: false,
          selects: [
            select(
              'occupancy',
              t(fieldLabel(UNITS, 'occupancyState')),
              OCCUPANCY_STATES.map((code) => ({ value: code, label: t(`units:occupancyState.${code}`) })),
            ),
            select(
              'uses',
              t(fieldLabel(UNITS, 'use')),
              UNIT_USES.map((code) => ({ value: code, label: t(`units:use.${code}`) })),
            ),
            select(
              'buildings',
              t(fieldLabel(UNITS, 'building')),
              (areas?.buildings ?? []).map((name) => ({ value: name, label: name })),
            ),
            select(
              'areas',
              t(fieldLabel(UNITS, 'areaId')),
              (areas?.areas ?? []).map((area) => ({ value: area.id, label: area.name })),
            ),
          ],
          value: filter,
          onChange: onFilter,
        }}
        exported={{ permit: 'units.export', register: 'units', filter: asked }}
        prints={{ permit: 'units.print', months: [], now: ['F48'], blank: ['F41', 'F42', 'F48'] }}
        actions={
          <>
            {desk.may('units.void') ? (
              <Button variant="default" onClick={() => setDialog('areas')}>
                {t('units:screen.areas')}
              </Button>
            ) : null}
            {desk.may('units.import') ? (
              <Button variant="default" onClick={() => setDialog('import')}>
                {t('units:import.button')}
              </Button>
            ) : null}
          </>
        }
      />
      {dialog === 'import' ? (
        <ImportDialog kind="units" staffId={desk.actor.staffId} onClose={() => setDialog(null)} />
      ) : null}
      {dialog === 'areas' ? <AreasDialog onClose={() => setDialog(null)} /> : null}
    </>
  );
}

function CodeCell({ row }: { row: UnitLine }) {
  const { t } = useWords();
  return (
    <span className="state-cell">
      <span className="number">{row.code}</span>
      <StateMark word={stateText(row, t)} tone={unitTone(row)} />
    </span>
  );
}
const RENDER = { code: (row: UnitLine) => <CodeCell row={row} /> };
