import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { yuan } from '../../../shared/money';
import { checkName, DESK_CHECK, thingName } from '../../../shared/registers/handovers.cells';
import type { HandoverSheet } from '../../../shared/registers/handovers.row';
import type { Thing } from '../../../shared/registers/obligations';
import { ActionDialog } from '../../book/dialogs/ActionDialog';
import { type ActProps, useAct } from '../../book/dialogs/act';
import { centsTyped } from '../../book/values';
import { useWords } from '../../i18n';
import { CountField, countTyped } from '../../ui/fields/NumberFields';
import { TextField } from '../../ui/fields/TextField';
import { useScanTarget } from '../../ui/scan-target';
import { scanned } from './counting';

/** What is typed of one thing; `seen` are the numbers scanned so far. */
interface Typed {
  value: string;
  note: string;
  seen: readonly string[];
}
const NOTHING: Typed = { value: '', note: '', seen: [] };

/** 实物清点: a number each, by hand or by scanning the labels; then the desk and its equipment. */
export function Count({ entry, desk, onClose, onDone }: ActProps<HandoverSheet>) {
  const { t } = useWords();
  const things = entry.sheet?.things ?? [];
  const names = [DESK_CHECK, ...desk.settings.handover.equipment];
  const { command, draft, send } = useAct(
    'handovers.count',
    entry.id,
    { counts: startOf(entry), checks: {} as Record<string, string | null> },
    { onClose, onDone },
  );
  const [said, setSaid] = useState('');
  const { counts, checks } = draft.values;
  const set = (code: string, part: Partial<Typed>) =>
    draft.set({ counts: { ...counts, [code]: { ...(counts[code] ?? NOTHING), ...part } } });
  const here = useScanTarget((scan) => {
    const hit = scanned(things, scan.code);
    if (!hit) {
      setSaid(t('handovers:screen.scannedStrange', { no: scan.code }));
      return 'wrong';
    }
    const typed = counts[hit.thing.code] ?? NOTHING;
    if (typed.seen.includes(hit.no)) {
      setSaid(t('handovers:screen.scannedTwice', { no: hit.no }));
      return 'wrong';
    }
    const seen = [...typed.seen, hit.no];
    set(hit.thing.code, { seen, value: String(seen.length) });
    setSaid(t('handovers:screen.scanned', { no: hit.no }));
    return 'taken';
  });
  const asExpected = () =>
    draft.set({
      counts: Object.fromEntries(
        things.map((thing) => {
          const typed = counts[thing.code] ?? NOTHING;
          return [thing.code, typed.value === '' ? { ...typed, value: expectedText(thing) } : typed];
        }),
      ),
    });
  const save = () =>
    send({
      id: entry.id,
      version: entry.version,
      counts: things.map((thing) => countInput(thing, counts[thing.code] ?? NOTHING)),
      checks: names.map((name) => {
        const wrong = checks[name];
        return { name, ok: typeof wrong !== 'string', note: wrong || null };
      }),
    });
  return (
    <ActionDialog
      title={t('handovers:op.handovers.count')}
      about={entry.serialNo}
      rule={t('handovers:screen.counting')}
      onSave={() => void save()}
      onClose={onClose}
      error={command.error}
      busy={command.busy}
      wide
      actions={
        <Button variant="default" onClick={asExpected}>
          {t('handovers:screen.asExpected')}
        </Button>
      }
    >
      <div ref={here} className="shift-count">
        <p role="status" className="quiet small">
          {said || t('handovers:screen.scan')}
        </p>
        {things.map((thing) => (
          <ThingRow
            key={thing.code}
            thing={thing}
            typed={counts[thing.code] ?? NOTHING}
            onType={(part) => set(thing.code, part)}
          />
        ))}
        <h3>{t('handovers:screen.checks')}</h3>
        {names.map((name) => {
          const wrong = checks[name];
          return (
            <div key={name} className="row shift-check">
              <Checkbox
                label={checkName(name, t)}
                checked={typeof wrong !== 'string'}
                onChange={(event) =>
                  draft.set({ checks: { ...checks, [name]: event.currentTarget.checked ? null : '' } })
                }
              />
              {typeof wrong === 'string' ? (
                <TextField
                  label={t('handovers:screen.checkNote')}
                  name={`checks.${name}`}
                  required
                  max={100}
                  value={wrong}
                  onChange={(text) => draft.set({ checks: { ...checks, [name]: text } })}
                />
              ) : null}
            </div>
          );
        })}
      </div>
    </ActionDialog>
  );
}

interface ThingRowProps {
  thing: Thing;
  typed: Typed;
  onType: (part: Partial<Typed>) => void;
}

/** Name, what should be there, what is; a difference asks for its reason. */
function ThingRow({ thing, typed, onType }: ThingRowProps) {
  const { t } = useWords();
  const name = thingName(thing, t);
  const expected = expectedText(thing);
  const differs = expected !== '' && typed.value.trim() !== '' && typed.value.trim() !== expected;
  const field = {
    label: name,
    name: `counts.${thing.code}`,
    value: typed.value,
    onChange: (value: string) => onType({ value }),
  };
  const label = `${t('handovers:screen.expected')} ${expected}`;
  return (
    <div className={differs ? 'shift-thing differs' : 'shift-thing'}>
      {thing.measure === 'pieces' ? (
        <CountField {...field} {...(expected ? { hint: label } : {})} />
      ) : (
        <TextField
          {...field}
          right={thing.measure === 'cents'}
          hint={expected ? label : t('handovers:screen.range')}
        />
      )}
      {differs || typed.note ? (
        <TextField
          label={t('handovers:screen.note')}
          name={`note.${thing.code}`}
          required={differs}
          max={200}
          value={typed.note}
          onChange={(note) => onType({ note })}
        />
      ) : null}
    </div>
  );
}

const expectedText = ({ expected, measure }: Thing): string =>
  expected === null ? '' : measure === 'cents' ? yuan(expected) : String(expected);

/** What the sheet holds already: a count that was made before the draft was drawn anew. */
const startOf = ({ counts, sheet }: HandoverSheet): Record<string, Typed> =>
  Object.fromEntries(
    counts.map((line) => {
      const cents = sheet?.things.find(({ code }) => code === line.code)?.measure === 'cents';
      const number = line.counted === null ? '' : cents ? yuan(line.counted) : String(line.counted);
      return [line.code, { value: line.text ?? number, note: line.note ?? '', seen: [] }];
    }),
  );

function countInput(thing: Thing, { value, note, seen }: Typed) {
  const range = thing.measure === 'range';
  const typed = thing.measure === 'cents' ? centsTyped(value) : countTyped(value);
  return {
    code: thing.code,
    counted: range || value.trim() === '' ? null : typed,
    text: range ? value : null,
    missing:
      seen.length > 0
        ? thing.numbers
            .map(({ no }) => no)
            .filter((no) => !seen.includes(no))
            .slice(0, 50)
        : [],
    note: note || null,
  };
}
