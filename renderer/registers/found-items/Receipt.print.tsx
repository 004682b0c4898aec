import type { ReactNode } from 'react';
import type { Slip, SlipField, SlipJob } from '../../../shared/print/forms';
import { SLIP } from '../../../shared/print/sheet';
import { sheetsOfSlip } from '../../../shared/print/slice';
import { fieldCell, itemEm, remarkEm, SLIP_ITEM_MM, slipRowMm, valueEm } from '../../../shared/print/slips';
import { wordingOf } from '../../../shared/print/words';
import { AboutLine } from '../../ui/paper/AboutLine';
import { FormHead } from '../../ui/paper/FormHead';
import { MachineLine } from '../../ui/paper/MachineLine';
import { type Lengths, mm, Sheet } from '../../ui/paper/Sheet';
import { StrikeCell } from '../../ui/paper/StrikeCell';

/** F02 捡拾物品收条 / 移交单: A5 landscape, once for the finder and once for the stub, with continuation sheets if need be. */
export function Receipts({ job }: { job: SlipJob }) {
  return job.slips.flatMap((slip, index) =>
    slip.parts.map((part, partIndex) => (
      // An empty slip has no number; its place in the stack is its identity.
      <Part
        key={`${slip.serialNo || index} ${part}`}
        job={job}
        slip={slip}
        part={part}
        no={1 + partIndex * (1 + slip.more.length)}
      />
    )),
  );
}

const VARS: Lengths = {
  '--margin': `${mm(SLIP.topMm)} ${mm(SLIP.marginXMm)} 0mm ${mm(SLIP.marginXMm)}`,
  '--head': mm(SLIP.headMm),
  '--body': mm(SLIP.bodyMm),
  '--label': mm(SLIP.labelMm),
  '--line': String(SLIP.lineRatio),
  '--sign': mm(SLIP.signMm),
  '--heading': mm(SLIP.headingMm),
  '--pad-x': mm(SLIP.padXMm / 2 - 0.1),
};

interface PartProps {
  job: SlipJob;
  slip: Slip;
  part: string;
  /** Sheet of this slip, over all its parts. */
  no: number;
}

function Part({ job, slip, part, no }: PartProps) {
  const { t } = wordingOf(job.lang);
  return (
    <>
      <SlipSheet job={job} slip={slip} no={no} corner={part}>
        <div className="paper-body" data-cell={`${slip.serialNo} ${part}`}>
          <div className="paper-text">
            <Fields fields={slip.fields} pt={slip.pt} />
            <Items slip={slip} />
            {slip.blocks.map((block) => (
              <div key={block.heading}>
                <h2>{block.heading}</h2>
                <Fields fields={block.fields} pt={slip.pt} />
              </div>
            ))}
            <div className="paper-signatures">
              {slip.signatures.map((signature) => (
                <div key={signature.label}>
                  <b>{signature.label}</b>
                  <small>{signature.hint}</small>
                </div>
              ))}
            </div>
            {slip.remarks.map((remark) => (
              <p key={remark} className="paper-remark">
                <StrikeCell cell={{ text: remark }} widthEm={remarkEm(slip.pt)} />
              </p>
            ))}
          </div>
        </div>
        {slip.voided ? <b className="paper-stamp">{t('print:mark.void')}</b> : null}
      </SlipSheet>
      {slip.more.map((tails) => (
        <MoreSheet
          key={tails.map((tail) => `${tail.label} ${tail.cell.text.length}`).join()}
          job={job}
          slip={slip}
          part={part}
          no={no}
          tails={tails}
        />
      ))}
    </>
  );
}

/** 续页: what did not fit on the slip even in small type. */
function MoreSheet({ job, slip, part, no, tails }: PartProps & { tails: Slip['more'][number] }) {
  const { t } = wordingOf(job.lang);
  const n = slip.more.indexOf(tails) + 1;
  return (
    <SlipSheet job={job} slip={slip} no={no + n} corner={`${part} ${t('print:slip.more', { n })}`}>
      <div className="paper-body" data-cell={`${slip.serialNo} ${part} ${n}`}>
        <dl className="paper-text paper-tails">
          {tails.map(({ label, cell }) => (
            <div key={`${label} ${cell.text.length}`}>
              <dt>{label}</dt>
              <dd>
                <StrikeCell cell={cell} widthEm={valueEm(slip.pt, true)} />
              </dd>
            </div>
          ))}
        </dl>
      </div>
    </SlipSheet>
  );
}

interface SlipSheetProps {
  job: SlipJob;
  slip: Slip;
  no: number;
  corner: string;
  children: ReactNode;
}

/** Head, numbers and machine line around whatever a sheet of a slip holds. */
function SlipSheet({ job, slip, no, corner, children }: SlipSheetProps) {
  const { t } = wordingOf(job.lang);
  return (
    <Sheet
      kind="slip"
      widthMm={SLIP.widthMm}
      heightMm={SLIP.heightMm}
      lang={job.lang}
      label={t('print:mark.sheet', { title: job.head.title, no })}
      vars={{ ...VARS, '--size': `${slip.pt}pt`, '--row': mm(slipRowMm(slip.pt)) }}
    >
      <FormHead job={job} no={no} of={sheetsOfSlip(slip)} corner={corner} />
      <Numbers job={job} slip={slip} />
      {children}
      <MachineLine job={job} scanCode={slip.scanCode} copy={slip.copy} />
    </Sheet>
  );
}

/** Number in seal red as on a printed block of receipts, and the project. */
function Numbers({ job, slip }: { job: SlipJob; slip: Slip }) {
  const { t } = wordingOf(job.lang);
  return (
    <AboutLine
      widthMm={SLIP.widthMm - 2 * SLIP.marginXMm}
      facts={[
        { label: t('print:head.serial'), value: slip.serialNo, hand: !slip.serialNo, serial: true },
        { label: t('print:head.project'), value: job.head.project },
        { label: t('print:head.department'), value: job.head.department },
      ]}
    />
  );
}

function Fields({ fields, pt }: { fields: readonly SlipField[]; pt: number }) {
  const wide = (index: number): boolean => index === fields.length - 1 && index % 2 === 0;
  return (
    <dl className="paper-fields">
      {fields.map((field, index) => (
        <div key={field.label} className={wide(index) ? 'paper-wide' : undefined}>
          <dt>{field.label}</dt>
          <dd>
            <StrikeCell cell={fieldCell(field)} widthEm={valueEm(pt, wide(index))} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Items({ slip }: { slip: Slip }) {
  return (
    <table className="paper-items">
      <colgroup>
        {slip.itemHeads.map((head, index) => (
          // The features take what the others leave.
          <col key={head} style={index === 1 ? undefined : { width: mm(SLIP_ITEM_MM[index] ?? 18) }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {slip.itemHeads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {slip.items.map((item) => (
          <tr key={item.map((cell) => cell.text).join()}>
            {item.map((cell, index) => (
              <td key={slip.itemHeads[index]}>
                <StrikeCell cell={cell} widthEm={itemEm(index, slip.pt)} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
