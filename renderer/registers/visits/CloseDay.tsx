import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import type { Output } from '../../../shared/api';
import { dayTimeOf } from '../../../shared/dates';
import type { VisitLine } from '../../../shared/registers/visits.row';
import { ruleLabel } from '../../book/book';
import { ActionDialog } from '../../book/dialogs/ActionDialog';
import { useWords } from '../../i18n';
import { useCommand, useOp } from '../../queries';
import { useNotices } from '../../ui/Notices';
import { VISITS } from './books';

const FATES = ['left', 'unknown', 'stays'] as const;
type Fate = (typeof FATES)[number];
/** Lines of one closing: more are closed in a second round. */
const MOST = 200;

/**
 * 关门清场 (desk-practice.md §2.3): everybody still in, one by one. Seen leaving: now. Nobody saw it: 不详, no time is made up.
 */
export function CloseDay({ onClose }: { onClose: () => void }) {
  const { t } = useWords();
  const here = useOp('visits.list', { filter: { need: 'in' }, limit: MOST });
  const expected = useOp('visits.list', { filter: { need: 'expected' }, limit: MOST });
  if (!here.data || !expected.data) return null;
  const nobody = here.data.rows.length + expected.data.rows.length === 0;
  const rule = ruleLabel(VISITS, 'visits.closeDay');
  if (nobody)
    return (
      <ActionDialog title={t('visits:screen.closeDay')} about="" onSave={onClose} onClose={onClose}>
        <p>{t('visits:screen.closeDayNone')}</p>
      </ActionDialog>
    );
  return <Lines here={here.data} expected={expected.data} rule={rule ? t(rule) : ''} onClose={onClose} />;
}

interface LinesProps {
  here: Output<'visits.list'>;
  expected: Output<'visits.list'>;
  rule: string;
  onClose: () => void;
}

function Lines({ here, expected, rule, onClose }: LinesProps) {
  const { t } = useWords();
  const notices = useNotices();
  const leave = useCommand('visits.leaveMany');
  const close = useCommand('visits.closeDay');
  // As the list stood when it was opened: a line that changes meanwhile is refused, not closed unseen.
  const [lines] = useState(() => ({ here: here.rows, expected: expected.rows }));
  const [fates, setFates] = useState<Readonly<Record<string, Fate>>>({});
  const fateOf = (row: VisitLine): Fate => fates[row.id] ?? 'unknown';
  const of = (rows: readonly VisitLine[], fate: Fate) =>
    rows.filter((row) => fateOf(row) === fate).map(({ id, version }) => ({ id, version }));
  const save = async () => {
    const left = of(lines.here, 'left');
    const visits = of(lines.here, 'unknown');
    const noShows = of(lines.expected, 'unknown');
    if (left.length > 0 && !(await leave.run({ visits: left }))?.ok) return;
    if (visits.length + noShows.length > 0 && !(await close.run({ visits, noShows }))?.ok) return;
    notices.say(
      t('visits:screen.closeDone', { closed: visits.length, left: left.length, noShows: noShows.length }),
    );
    onClose();
  };
  const row = (line: VisitLine, choices: readonly Fate[], words: Readonly<Record<Fate, string>>) => (
    <li key={line.id} className="row apart closing-line">
      <span>
        <span className="number quiet">{line.serialNo}</span> {line.visitorName ?? line.company}{' '}
        {line.partySize > 1 ? `×${line.partySize}` : ''}{' '}
        <span className="quiet small">
          {[line.unitCode ?? line.hostPlace, line.passNo, dayTimeOf(line.visitAt)]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </span>
      <SegmentedControl
        size="xs"
        aria-label={line.serialNo}
        data={choices.map((fate) => ({ value: fate, label: words[fate] }))}
        value={fateOf(line)}
        onChange={(next) =>
          setFates((before) => ({ ...before, [line.id]: FATES.find((fate) => fate === next) ?? 'unknown' }))
        }
      />
    </li>
  );
  const still = {
    left: t('visits:screen.closeSeen'),
    unknown: t('visits:screen.closeUnknown'),
    stays: t('visits:screen.closeStay'),
  };
  const late = { left: '', unknown: t('visits:state.visits.noShow'), stays: t('visits:screen.closeLater') };
  return (
    <ActionDialog
      title={t('visits:screen.closeDay')}
      about=""
      rule={rule}
      onSave={() => void save()}
      onClose={onClose}
      error={leave.error ?? close.error}
      busy={leave.busy || close.busy}
      wide
    >
      {lines.here.length > 0 ? (
        <section>
          <h2 className="closing-head">{t('visits:screen.closeStill')}</h2>
          <ul className="closing">
            {lines.here.map((line) => row(line, ['left', 'unknown', 'stays'], still))}
          </ul>
        </section>
      ) : null}
      {lines.expected.length > 0 ? (
        <section>
          <h2 className="closing-head">{t('visits:screen.closeExpected')}</h2>
          <ul className="closing">{lines.expected.map((line) => row(line, ['unknown', 'stays'], late))}</ul>
        </section>
      ) : null}
    </ActionDialog>
  );
}
