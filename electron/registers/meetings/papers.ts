import { dayOf, dayTimeOf } from '../../../shared/dates';
import type { PrintCell } from '../../../shared/print/forms';
import { paperText } from '../../../shared/print/measure';
import { meetingName, namesWho, outcomeText } from '../../../shared/registers/meetings.columns';
import { ATTENDANCE, MEETING_SECTIONS } from '../../../shared/registers/meetings.row';
import type { ResolutionLine } from '../../../shared/registers/resolutions.row';
import { strikesOf } from '../../papers/cells';
import type { Desk } from '../../papers/desk';
import { slipPaper } from '../../papers/slip';
import { fields, fieldsOf, heading, signatures, table } from '../../papers/slip-sections';
import { type MinutesSheet, minutesById } from './lines';

/** F96 会议纪要/例会记录: A4 portrait, in the handbook's order (domain.md §3.13). */

const SECTION_MM = 18;
const RESOLUTIONS = 8;

/** A cell of a resolution with its corrections; of a struck one what it said, struck. */
function cell(one: ResolutionLine, text: string, of: readonly string[], desk: Desk): PrintCell {
  if (one.state === 'voided') {
    const old = {
      old: paperText(text),
      by: paperText(one.voidedByName ?? ''),
      at: dayOf(one.voidedAt ?? '').slice(5),
    };
    return { text: '', strikes: [old] };
  }
  const strikes = strikesOf(one, of, desk);
  return { text: paperText(text) || '/', ...(strikes ? { strikes } : {}) };
}

export const F96 = slipPaper<'F96', MinutesSheet>({
  form: 'F96',
  permit: 'meetings.print',
  size: 'a4',
  linesOf: ({ db, now }, ids) => minutesById(db, ids, now),
  slipOf(line, desk) {
    const { t } = desk.wording;
    const word = (key: string) => t(`meetings:slip.${key}`);
    const field = fieldsOf(line, desk);
    const hand = line === null || line.state === 'open';
    return {
      parts: [''],
      sections: [
        fields(
          [
            field(word('name'), line && meetingName(line, t), { of: ['title'] }),
            field(word('heldAt'), line && dayTimeOf(line.heldAt)),
            field(word('place'), line?.place, { of: ['place'] }),
            field(word('chair'), line?.chairName),
            field(word('minutesBy'), line?.minutesByName),
            field(
              word('count'),
              line && t('meetings:mark.count', { n: line.present, all: line.attendance.length }),
            ),
          ],
          3,
        ),
        fields(
          ATTENDANCE.map((how) =>
            field(t(`meetings:attendance.${how}`), line && namesWho(line, how, t), { wide: true }),
          ),
        ),
        fields(
          MEETING_SECTIONS.map((section) =>
            field(t(`meetings:section.${section}`), line?.[section], {
              of: [section],
              wide: true,
              hand,
              minMm: SECTION_MM,
            }),
          ),
        ),
        heading(word('resolutions')),
        table(
          [
            { label: word('no'), mm: 11, align: 'center' },
            { label: word('matter') },
            { label: word('owner'), mm: 24, align: 'center' },
            { label: word('dueOn'), mm: 24, align: 'center' },
            { label: word('outcome'), mm: 56 },
          ],
          (line?.resolved ?? []).map((one) => [
            { text: String(one.lineNo) },
            cell(one, one.matter ?? '', ['matter'], desk),
            cell(one, one.ownerName, [], desk),
            cell(one, one.dueOn, ['dueOn'], desk),
            // Filled by hand until it is done.
            one.state === 'open' ? { text: '' } : { text: paperText(outcomeText(one, t)) },
          ]),
          { lines: RESOLUTIONS, hand },
        ),
        signatures([
          [word('signMinutes'), line?.minutesByName],
          [
            word('signChair'),
            line?.issuedByName && line.issuedAt
              ? `${line.issuedByName} ${dayOf(line.issuedAt).slice(5)}`
              : line?.chairName,
          ],
        ]),
      ],
    };
  },
});
