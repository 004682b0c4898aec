import type { ReactNode } from 'react';
import type { Slip, SlipJob, SlipSection } from '../../../shared/print/forms';
import { SLIPS, type SlipSheet } from '../../../shared/print/sizes';
import { sheetsOfSlip } from '../../../shared/print/slice';
import { slipGridMm, slipRowMm } from '../../../shared/print/slips';
import { wordingOf } from '../../../shared/print/words';
import { AboutLine } from './AboutLine';
import { FormHead } from './FormHead';
import { keyed } from './keyed';
import { MachineLine } from './MachineLine';
import { type Lengths, mm, Sheet } from './Sheet';
import { SlipSections } from './SlipSections';

/** Slips of every size, each drawn once per part, with continuation sheets if need be: F02, F10, F26, F07, F17 … */
export function Slips({ job }: { job: SlipJob }) {
  return job.slips.flatMap((slip, index) =>
    slip.parts.map((part, partIndex) => (
      // An empty slip has no number; its place in the stack is its identity.
      <Part
        key={`${slip.serialNo || index} ${part.name}`}
        job={job}
        slip={slip}
        part={part}
        no={1 + partIndex * (1 + slip.more.length)}
      />
    )),
  );
}

interface PartProps {
  job: SlipJob;
  slip: Slip;
  part: Slip['parts'][number];
  /** Sheet of this slip, over all its parts. */
  no: number;
}

function Part({ job, slip, part, no }: PartProps) {
  const { t } = wordingOf(job.lang);
  return (
    <>
      <OneSheet job={job} slip={slip} no={no} corner={part.name} mark={part.mark} sections={slip.sections}>
        {slip.voided ? <b className="paper-stamp">{t('print:mark.void')}</b> : null}
      </OneSheet>
      {keyed(slip.more, (sections) => sections.map(({ kind }) => kind).join()).map(({ key, item }, index) => (
        <OneSheet
          key={key}
          job={job}
          slip={slip}
          no={no + index + 1}
          corner={`${part.name} ${t('print:slip.more', { n: index + 1 })}`.trim()}
          mark=""
          sections={item}
        />
      ))}
    </>
  );
}

interface SheetProps {
  job: SlipJob;
  slip: Slip;
  no: number;
  corner: string;
  mark: string;
  sections: readonly SlipSection[];
  children?: ReactNode;
}

/** Head, numbers and machine line around whatever a sheet of a slip holds. */
function OneSheet({ job, slip, no, corner, mark, sections, children }: SheetProps) {
  const { t } = wordingOf(job.lang);
  const sheet = SLIPS[job.size];
  return (
    <Sheet
      kind="slip"
      size={job.size}
      widthMm={sheet.widthMm}
      heightMm={sheet.heightMm}
      lang={job.lang}
      label={t('print:mark.sheet', { title: job.head.title, no })}
      vars={{ ...varsOf(sheet), '--size': `${slip.pt}pt`, '--row': mm(slipRowMm(sheet, slip.pt)) }}
    >
      <FormHead
        job={job}
        no={no}
        of={sheetsOfSlip(slip)}
        corner={corner}
        mark={mark}
        officeMm={sheet.officeMm}
      />
      <Numbers job={job} slip={slip} />
      <div className="paper-body" data-cell={`${slip.serialNo} ${corner}`}>
        <div className="paper-text">
          <SlipSections sections={sections} sheet={sheet} pt={slip.pt} lang={job.lang} />
        </div>
      </div>
      {children}
      <MachineLine job={job} scanCode={slip.scanCode} copy={slip.copy} code={sheet.code} />
    </Sheet>
  );
}

const varsOf = (sheet: SlipSheet): Lengths => ({
  '--margin': `${mm(sheet.topMm)} ${mm(sheet.marginXMm)} 0mm ${mm(sheet.marginXMm)}`,
  '--margin-x': mm(sheet.marginXMm),
  '--head': mm(sheet.headMm),
  '--body': mm(sheet.bodyMm),
  '--line': String(sheet.lineRatio),
  '--sign': mm(sheet.signMm),
  '--heading': mm(sheet.headingMm),
  '--cut': mm(sheet.cutMm),
  '--title': `${sheet.title}pt`,
  '--pad-x': mm(sheet.padXMm / 2 - 0.1),
});

/** Number in seal red as on a printed block of receipts, and the project; a pass has room for the number alone. */
function Numbers({ job, slip }: { job: SlipJob; slip: Slip }) {
  const { t } = wordingOf(job.lang);
  const number = {
    label: t('print:head.serial'),
    value: slip.serialNo,
    hand: !slip.serialNo,
    serial: true,
  };
  return (
    <AboutLine
      widthMm={slipGridMm(SLIPS[job.size])}
      facts={
        job.size === 'pass'
          ? [number]
          : [
              number,
              { label: t('print:head.project'), value: job.head.project },
              { label: t('print:head.department'), value: job.head.department },
            ]
      }
    />
  );
}
