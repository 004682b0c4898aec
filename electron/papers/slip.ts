import { fitSlip } from '../../shared/print/fit-slip';
import type { FormNumber, Slip, SlipJob, SlipSection } from '../../shared/print/forms';
import type { SlipSize } from '../../shared/print/sizes';
import { sheetsOfSlip } from '../../shared/print/slice';
import { Refusal } from '../../shared/result';
import type { Permit } from '../../shared/roles';
import { type Said, saying } from './book';
import type { PaperLine } from './cells';
import { breathe, type Desk, SLICE } from './desk';
import type { Paper } from './paper';
import { type Pieces, piecesOf, stackCopy } from './pieces';

/** Slips: one entry on a sheet of its own, once per part (domain.md §3.0: 存根联 · 客户联 · 门岗联). */

/** What a slip says. `fields`, `table`, `text` … of slip-sections.ts make the sections. */
export interface SlipContent {
  /** The parts, each printed once; `mark` says what this part alone is for. One part without a name: ['']. */
  parts: readonly (string | { name: string; mark: string })[];
  sections: SlipSection[];
}

export interface SlipSpec<Form extends FormNumber, Line extends PaperLine> extends Pieces<Line> {
  form: Form;
  permit: Permit;
  /** `a5` landscape, `a4` portrait, `pass` 80×120 mm. */
  size: SlipSize;
  /** Hangs in public: names nobody, not even the clerk. */
  public?: boolean;
  /** i18n key of the title; `print:title.FORM` when left out. */
  title?: string;
  /** The slip of an entry; `line` null: an empty one for handwriting. */
  slipOf(line: Line | null, desk: Desk): SlipContent | Promise<SlipContent>;
  /** A recorded value in words, for struck corrections of codes. */
  said?: Said;
}

/** The paper of a slip; asked for by entry, and by month when the spec has `month`. */
export function slipPaper<Form extends FormNumber, Line extends PaperLine>(
  spec: SlipSpec<Form, Line>,
): Paper<Form> {
  return {
    form: spec.form,
    family: 'slip',
    needs: spec.month ? 'entryOrMonth' : 'entry',
    permit: spec.permit,
    title: spec.title ?? `print:title.${spec.form}`,
    public: spec.public ?? false,
    prepare: (desk) => slipsOf(spec, saying(desk, spec.said)),
  };
}

type Body = Pick<SlipJob, 'family' | 'form' | 'size' | 'slips' | 'of' | 'copy'>;

async function slipsOf<Line extends PaperLine>(spec: SlipSpec<FormNumber, Line>, desk: Desk): Promise<Body> {
  const { form, size } = spec;
  const slips: Slip[] = [];
  for await (const { line, copy } of piecesOf(spec, desk)) {
    const { parts, sections } = await spec.slipOf(line, desk);
    slips.push({
      serialNo: line?.serialNo ?? '',
      scanCode: line?.scanCode ?? '',
      voided: line?.state === 'voided',
      parts: parts.map((part) => (typeof part === 'string' ? { name: part, mark: '' } : part)),
      copy,
      ...fitSlip(sections, size),
    });
    if (slips.length % SLICE === 0) await breathe();
  }
  if (slips.length === 0) throw new Refusal('prints.nothing');
  return {
    form,
    family: 'slip',
    size,
    slips,
    of: slips.reduce((sum, slip) => sum + sheetsOfSlip(slip), 0),
    copy: await stackCopy(form, desk),
  };
}
