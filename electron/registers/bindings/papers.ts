import { dayTimeOf } from '../../../shared/dates';
import { PAPER_NAMESPACES } from '../../../shared/print/words';
import type { BindingSeen } from '../../../shared/registers/month-bindings';
import type { PaperLine } from '../../papers/cells';
import type { Desk } from '../../papers/desk';
import { slipPaper } from '../../papers/slip';
import { fields, fieldsOf, heading, paragraph, signatures, table } from '../../papers/slip-sections';
import { bindingById } from './load';
import { volumeSupplements } from './volume';

/** The volume's cover, index and lists (desk-practice.md §3.5); the pages themselves are the book's own form. */
interface Volume extends PaperLine {
  seen: BindingSeen;
  /** Supplements written in this month, to lines of earlier ones. */
  added: { entryNo: string; text: string; recordedAt: string; recorderName: string }[];
}

/** Which fields were corrected, in the words of the register's own locale file. */
function fieldWords(what: string, line: Volume | null, { wording: { t, lang } }: Desk): string {
  const word = (field: string): string => {
    const keys = PAPER_NAMESPACES.map((ns) => `${ns}:field.${line?.seen.register}.${field}`);
    const found = keys.find((key) => t(key) !== key);
    return found ? t(found) : field;
  };
  return what
    .split(', ')
    .map(word)
    .join(lang === 'en' ? ', ' : '、');
}

export const monthBinding = slipPaper<'monthBinding', Volume>({
  form: 'monthBinding',
  permit: 'bindings.read',
  size: 'a4',
  async linesOf({ db }, ids) {
    const volumes: Volume[] = [];
    for (const id of ids) {
      const seen = await bindingById(db, id);
      const added = await volumeSupplements(db, seen.register, seen.month);
      volumes.push({ id, serialNo: seen.serialNo, scanCode: '', state: 'bound', strikes: [], seen, added });
    }
    return volumes;
  },
  slipOf(line, desk) {
    const { t } = desk.wording;
    const word = (key: string, params?: Record<string, string | number>) =>
      t(`bindings:paper.${key}`, params);
    const field = fieldsOf(line, desk);
    const seen = line?.seen ?? null;
    const first = seen?.pages[0];
    const last = seen?.pages.at(-1);
    const list = (rows: readonly { serialNo: string; at: string; by: string; what: string }[]) =>
      table(
        [
          { label: word('no'), mm: 36, align: 'center' },
          { label: word('when'), mm: 36, align: 'center' },
          { label: word('by'), mm: 26, align: 'center' },
          { label: word('what') },
        ],
        rows.map(({ serialNo, at, by, what }) => [serialNo, dayTimeOf(at), by, what]),
        { lines: 1 },
      );
    return {
      parts: [''],
      sections: [
        fields(
          [
            field(word('book'), seen && t(`print:title.${seen.form}`)),
            field(word('month'), seen?.month),
            field(
              word('pages'),
              seen && first && last
                ? word('pageSpan', { from: first.no, to: last.no, n: seen.pages.length })
                : '',
            ),
            field(word('lines'), seen && String(seen.lines)),
            field(word('voids'), seen && String(seen.voids)),
            field(word('corrections'), seen && String(seen.corrections)),
            field(word('previous'), seen?.previousNo),
            field(word('boundAt'), seen && dayTimeOf(seen.boundAt)),
            field(word('root'), seen && `#${seen.rootSeq} · ${seen.rootHash}`, { wide: true }),
            field(word('seal'), '', { wide: true, hand: true, minMm: 26 }),
          ],
          2,
        ),
        paragraph(word('statement')),
        signatures([
          [word('handler'), seen?.handlerName],
          [word('checker'), seen?.checkerName],
          [word('supervisor'), seen?.supervisorName],
        ]),
        heading(word('index')),
        table(
          [
            { label: word('page'), mm: 22, align: 'center' },
            { label: word('fromNo'), mm: 26, align: 'center' },
            { label: word('toNo'), mm: 26, align: 'center' },
            { label: word('digest') },
          ],
          (seen?.pages ?? []).map(({ no, from, to, digest }) => [
            String(no),
            String(from),
            String(to),
            digest.slice(0, 24),
          ]),
          { lines: 1 },
        ),
        heading(word('voidList')),
        list(seen?.voided ?? []),
        heading(word('correctionList')),
        list((seen?.corrected ?? []).map((one) => ({ ...one, what: fieldWords(one.what, line, desk) }))),
        heading(word('supplementList')),
        list(
          (line?.added ?? []).map(({ entryNo, recordedAt, recorderName, text }) => ({
            serialNo: entryNo,
            at: recordedAt,
            by: recorderName,
            what: text,
          })),
        ),
      ],
    };
  },
});
