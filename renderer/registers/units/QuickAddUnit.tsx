import { Button } from '@mantine/core';
import { type RefObject, useState } from 'react';
import { OCCUPANCY_STATES, UNIT_USES } from '../../../shared/registers/units.row';
import { fieldLabel } from '../../book/book';
import { focusFirst, QuickStrip } from '../../book/QuickStrip';
import { usePapers } from '../../book/use-papers';
import { useWords } from '../../i18n';
import { useCommand } from '../../queries';
import { useDraft } from '../../ui/drafts';
import type { SaveHow } from '../../ui/FormFrame';
import { ChoiceField } from '../../ui/fields/ChoiceField';
import { TextField } from '../../ui/fields/TextField';
import { nowIso } from '../../ui/fields/TimeField';
import { areaTyped } from './area-typed';
import { UNITS } from './books';

const NEW = {
  building: '',
  entrance: '',
  floor: '',
  unitNo: '',
  use: 'residence' as string | null,
  occupancyState: 'vacant' as string | null,
  builtArea: '',
  usableArea: '',
  name: '',
  layout: '',
  structure: '',
  orientation: '',
  deskInstructions: '',
  note: '',
};
type Text = Exclude<keyof typeof NEW, 'use' | 'occupancyState'>;

interface QuickAddUnitProps {
  place: RefObject<HTMLElement | null>;
  onBack: () => void;
}

/** The strip of the unit register; building, entrance and the run of a floor stay for the next one. */
export function QuickAddUnit({ place, onBack }: QuickAddUnitProps) {
  const { t } = useWords();
  const register = useCommand('units.register');
  const { values, set, clear } = useDraft('units.register', NEW);
  const [saved, setSaved] = useState<{ serialNo: string; at: string } | null>(null);
  const papers = usePapers();
  const [more, setMore] = useState(false);
  const save = async (how: SaveHow) => {
    const { builtArea, usableArea, use, occupancyState, ...texts } = values;
    const done = await register.run({
      ...texts,
      use: UNIT_USES.find((code) => code === use) ?? 'residence',
      occupancyState: OCCUPANCY_STATES.find((code) => code === occupancyState) ?? 'vacant',
      builtAreaHundredthsM2: areaTyped(builtArea),
      usableAreaHundredthsM2: areaTyped(usableArea),
    });
    if (!done?.ok) return;
    setSaved({ serialNo: done.data.code, at: nowIso() });
    const { building, entrance, floor, layout, structure } = values;
    clear({ ...NEW, building, entrance, floor, layout, structure, use, occupancyState });
    focusFirst(place);
    if (how === 'print') await papers.print(['unitLabel'], done.data.id);
  };
  const text = (name: Text, max: number, field: string = name, required = false) => (
    <TextField
      label={t(fieldLabel(UNITS, field))}
      name={field}
      required={required}
      max={max}
      value={values[name]}
      onChange={(typed) => set({ [name]: typed })}
    />
  );
  return (
    <QuickStrip
      label={t('units:op.units.register')}
      place={place}
      begun={values.unitNo !== '' || register.error !== null}
      error={register.error ?? papers.error}
      busy={register.busy}
      saved={saved}
      onSave={(how) => void save(how)}
      onBack={onBack}
      saveAndPrint
      buttons={
        <Button variant="subtle" tabIndex={-1} onClick={() => setMore(!more)}>
          {t(more ? 'book:action.fewer' : 'book:action.more')}
        </Button>
      }
      below={
        more ? (
          <div className="quick-fields even">
            {text('builtArea', 12, 'builtAreaHundredthsM2')}
            {text('usableArea', 12, 'usableAreaHundredthsM2')}
            {text('layout', 40)}
            {text('structure', 40)}
            {text('orientation', 20)}
            {text('name', 60)}
            {text('deskInstructions', 300)}
            {text('note', 300)}
          </div>
        ) : null
      }
    >
      {text('building', 20, 'building', true)}
      {text('entrance', 20)}
      {text('unitNo', 20, 'unitNo', true)}
      {text('floor', 20)}
      <ChoiceField
        label={t(fieldLabel(UNITS, 'use'))}
        name="use"
        choices={UNIT_USES.map((code) => ({ value: code, label: t(`units:use.${code}`) }))}
        value={values.use}
        onChange={(use) => set({ use })}
      />
      <ChoiceField
        label={t(fieldLabel(UNITS, 'occupancyState'))}
        name="occupancyState"
        choices={OCCUPANCY_STATES.map((code) => ({ value: code, label: t(`units:occupancyState.${code}`) }))}
        value={values.occupancyState}
        onChange={(occupancyState) => set({ occupancyState })}
      />
    </QuickStrip>
  );
}
