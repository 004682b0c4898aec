import { dayOf } from '../../../shared/dates';
import { dunnedText, figuresText } from '../../../shared/registers/steward-diaries.columns';
import {
  DIARY_SECTIONS,
  type DiarySection,
  type DiarySheet,
} from '../../../shared/registers/steward-diaries.row';
import { slipPaper } from '../../papers/slip';
import { fields, fieldsOf, remark, signatures } from '../../papers/slip-sections';
import { diarySheetsById } from './lines';

/** F21 管家工作日志: A4 portrait, the sections in the handbook's order, figures of the registers before what was written. */

/** Height of a section in mm: the sheet is one page. */
const SECTION_MM = 18;

export const F21 = slipPaper<'F21', DiarySheet>({
  form: 'F21',
  permit: 'stewardDiaries.print',
  size: 'a4',
  linesOf: ({ db }, ids) => diarySheetsById(db, ids),
  slipOf(line, desk) {
    const { t } = desk.wording;
    const word = (key: string) => t(`diaries:slip.${key}`);
    const field = fieldsOf(line, desk);
    const said = (section: DiarySection): string => {
      if (line === null) return '';
      const known = figuresText(line.figures, section, t);
      return [
        known && t('diaries:mark.registers', { figures: known }),
        section === 'dunning' && dunnedText(line, t),
        line[section],
      ]
        .filter(Boolean)
        .join('\n');
    };
    const others = line ? figuresText(line.figures, null, t) : '';
    const hand = line === null || line.state === 'open';
    return {
      parts: [''],
      sections: [
        fields(
          [
            field(word('date'), line?.dayOn),
            field(word('steward'), line?.stewardName),
            field(word('areas'), line?.areas),
          ],
          3,
        ),
        fields(
          DIARY_SECTIONS.map((section) =>
            field(t(`diaries:section.${section}`), said(section), {
              of: [section],
              wide: true,
              hand,
              minMm: SECTION_MM,
            }),
          ),
        ),
        ...(others ? [remark(`${word('others')}: ${others}`, word('others'))] : []),
        fields([field(word('comment'), line?.comment, { wide: true, hand: true, minMm: SECTION_MM })]),
        signatures([
          [
            word('signSteward'),
            line?.submittedAt ? `${line.stewardName} ${dayOf(line.submittedAt).slice(5)}` : null,
          ],
          [
            word('signSupervisor'),
            line?.reviewedAt ? `${line.reviewedByName} ${dayOf(line.reviewedAt).slice(5)}` : null,
          ],
        ]),
      ],
    };
  },
});
