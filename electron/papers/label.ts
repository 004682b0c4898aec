import type { FormNumber, Label, LabelJob } from '../../shared/print/forms';
import { fitLabel } from '../../shared/print/labels';
import { paperText } from '../../shared/print/measure';
import type { LabelSize } from '../../shared/print/sizes';
import { Refusal } from '../../shared/result';
import type { Permit } from '../../shared/roles';
import type { PaperLine } from './cells';
import type { Desk } from './desk';
import type { Paper } from './paper';
import { type Pieces, piecesOf, stackCopy } from './pieces';

/** Labels, one to a sheet: a number, a few lines, Code 128-C. A label hangs in the open: never a person (desk-practice.md §3.13). */

export interface LabelContent {
  /** The number people call the thing by; the serial number when left out. */
  title?: string;
  /** Large on one line, e.g. a pass number. */
  big?: string;
  lines: readonly string[];
  /** Lines to sign on (seal strip). */
  signers?: readonly string[];
}

export interface LabelSpec<Form extends FormNumber, Line extends PaperLine> extends Pieces<Line> {
  form: Form;
  permit: Permit;
  /** `bag` 60×40, `tag` 50×30, `card` 85.6×54, `seal` 120×25 mm. */
  size: LabelSize;
  /** i18n key of the title; `print:title.FORM` when left out. */
  title?: string;
  /** The label of an entry; `line` null: an empty one. */
  labelOf(line: Line | null, desk: Desk): LabelContent;
  /** Which entries of a month have one; voided ones never do. */
  inMonth?: (line: Line) => boolean;
}

/** The paper of a label; asked for by entry, and by month when the spec has `month`. A voided entry has none: `prints.voided`. */
export function labelPaper<Form extends FormNumber, Line extends PaperLine>(
  spec: LabelSpec<Form, Line>,
): Paper<Form> {
  return {
    form: spec.form,
    family: 'label',
    needs: spec.month ? 'entryOrMonth' : 'entry',
    permit: spec.permit,
    title: spec.title ?? `print:title.${spec.form}`,
    public: false,
    prepare: (desk) => labelsOf(spec, desk),
  };
}

type Body = Pick<LabelJob, 'family' | 'form' | 'size' | 'labels' | 'of' | 'copy'>;

async function labelsOf<Line extends PaperLine>(
  spec: LabelSpec<FormNumber, Line>,
  desk: Desk,
): Promise<Body> {
  const { form, size } = spec;
  const single = Boolean(desk.request.entryId);
  const labels: Label[] = [];
  for await (const { line, copy } of piecesOf(spec, desk)) {
    if (single && line?.state === 'voided') throw new Refusal('prints.voided');
    if (line && (line.state === 'voided' || (!single && spec.inMonth?.(line) === false))) continue;
    const { title, big = '', lines, signers = [] } = spec.labelOf(line, desk);
    const large = paperText(big);
    labels.push({
      serialNo: line?.serialNo ?? '',
      scanCode: line?.scanCode ?? '',
      title: paperText(title ?? line?.serialNo ?? ''),
      big: large,
      signers: [...signers],
      copy,
      ...fitLabel(lines.map(paperText), size, large),
    });
  }
  if (labels.length === 0) throw new Refusal('prints.nothing');
  return { form, family: 'label', size, labels, of: labels.length, copy: await stackCopy(form, desk) };
}
