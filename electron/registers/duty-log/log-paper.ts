import { dayTimeOf, timeOf } from '../../../shared/dates';
import type { PrintCell, SlipSection } from '../../../shared/print/forms';
import { paperText } from '../../../shared/print/measure';
import type { DutyLineLine } from '../../../shared/registers/duty-lines.row';
import {
  dutyShift,
  matterText,
  minutesText,
  peopleText,
  resultText,
} from '../../../shared/registers/duty-logs.columns';
import type { DutySheet } from '../../../shared/registers/duty-logs.row';
import { workTexts } from '../../../shared/registers/handovers.cells';
import { strikesOf } from '../../papers/cells';
import type { Desk } from '../../papers/desk';
import type { SlipContent } from '../../papers/slip';
import { fields, fieldsOf, heading, paragraph, remark, signatures, table } from '../../papers/slip-sections';

/** F20 值班记录表 and F20b 门岗值班记录: A4 portrait, columns in the handbook's order (domain.md §3.4). */

/** Lines of the form; unused ones are struck once the shift is over. */
const ROWS = 16;
const PATROL_ROWS = 6;
type Word = (key: string) => string;
const wordOf =
  ({ wording: { t } }: Desk): Word =>
  (key) =>
    t(`duty-log:slip.${key}`);

/** Somebody may still write below: an empty sheet, or a shift that is on. */
const writesOn = (line: DutySheet | null): boolean => line === null || line.running;

/** F20; `line` null gives an empty one for handwriting. */
export function logPaper(line: DutySheet | null, desk: Desk): SlipContent {
  const word = wordOf(desk);
  const rows = (line?.typed ?? []).filter((one) => one.kind !== 'round');
  return {
    parts: [''],
    sections: [
      ...head(line, desk),
      table(
        [
          { label: word('time'), mm: 15, align: 'center' },
          { label: word('matter') },
          { label: word('handling'), mm: 46 },
          { label: word('result'), mm: 36 },
          { label: word('recorder'), mm: 20, align: 'center' },
        ],
        rows.map((one) => lineCells(one, desk)),
        { lines: ROWS, hand: writesOn(line) },
      ),
      ...patrol(line, desk),
      ...foot(line, desk),
    ],
  };
}

/** F20b: lights and gates and calls have columns of their own. */
export function gatePaper(line: DutySheet | null, desk: Desk): SlipContent {
  const word = wordOf(desk);
  const rows = (line?.typed ?? []).filter((one) => one.kind !== 'round');
  return {
    parts: [''],
    sections: [
      ...head(line, desk),
      table(
        [
          { label: word('time'), mm: 15, align: 'center' },
          { label: word('matter') },
          { label: word('switches'), mm: 32 },
          { label: word('call'), mm: 42 },
          { label: word('handling'), mm: 44 },
        ],
        rows.map((one) => gateCells(one, desk)),
        { lines: ROWS, hand: writesOn(line) },
      ),
      ...patrol(line, desk),
      ...foot(line, desk),
    ],
  };
}

function head(line: DutySheet | null, desk: Desk): SlipSection[] {
  const { t, lang } = desk.wording;
  const word = wordOf(desk);
  const field = fieldsOf(line, desk);
  const reads = (line?.reads ?? []).map(({ name, at }) => `${name} ${dayTimeOf(at).slice(5)}`).join('  ');
  return [
    fields(
      [
        field(word('date'), line?.shiftOn),
        field(word('weekday'), line && weekday(line.shiftOn, desk)),
        field(word('weather'), line?.weather, { of: ['weather'], hand: line?.running ?? false }),
        field(word('post'), line?.post),
        field(word('shift'), line && dutyShift(line, lang)),
        field(word('people'), line && peopleText(line, t)),
        field(
          word('message'),
          line?.message
            ? `${line.message}\n${line.messageByName} ${dayTimeOf(line.messageAt ?? '').slice(5)}`
            : '',
          { wide: true },
        ),
        field(word('reads'), reads, { wide: true }),
      ],
      3,
    ),
  ];
}

const weekday = (day: string, { wording: { t } }: Desk): string =>
  t(`duty-log:weekday.${new Date(`${day}T00:00:00Z`).getUTCDay()}`);

/** A cell with its corrections; of a struck line what it said, struck. */
function cell(one: DutyLineLine, text: string, of: readonly string[], desk: Desk): PrintCell {
  if (one.state === 'voided') {
    if (!text) return { text: '/' };
    // Who struck it and when stands once, with what the line said.
    const said = of.includes('matter');
    const by = said ? paperText(one.voidedByName ?? '') : '';
    const at = said ? timeOf(one.voidedAt ?? '') : '';
    return { text: '', strikes: [{ old: paperText(text), by, at }] };
  }
  const strikes = strikesOf(one, of, desk);
  return { text: paperText(text) || '/', ...(strikes ? { strikes } : {}) };
}

function lineCells(one: DutyLineLine, desk: Desk): PrintCell[] {
  const { t } = desk.wording;
  const kind = one.kind === 'big' || one.kind === 'call' ? `【${t(`duty-log:kind.${one.kind}`)}】` : '';
  return [
    cell(one, timeOf(one.happenedAt), ['happenedAt'], desk),
    cell(one, kind + matterText(one, t), ['matter'], desk),
    cell(one, [one.handling, one.handler].filter(Boolean).join(' · '), ['handling', 'handler'], desk),
    cell(one, resultOf(one, desk), ['result', 'note'], desk),
    { text: paperText(one.recorderName) },
  ];
}

function gateCells(one: DutyLineLine, desk: Desk): PrintCell[] {
  const { t } = desk.wording;
  const said = matterText(one, t);
  const of = ['matter'];
  const none: PrintCell = { text: '/' };
  return [
    cell(one, timeOf(one.happenedAt), ['happenedAt'], desk),
    one.kind === 'switch' || one.kind === 'call' ? none : cell(one, said, of, desk),
    one.kind === 'switch' ? cell(one, said, of, desk) : none,
    one.kind === 'call' ? cell(one, said, of, desk) : none,
    cell(
      one,
      [one.handling, one.handler, resultOf(one, desk)].filter(Boolean).join(' · '),
      ['handling', 'handler', 'result', 'note'],
      desk,
    ),
  ];
}

/** The result, with the time it came where that was later; remarks behind it. */
function resultOf(one: DutyLineLine, { wording: { t } }: Desk): string {
  const later =
    one.finishedAt !== null ? ` (${dayTimeOf(one.finishedAt).slice(5)} ${one.finishedByName})` : '';
  return [resultText(one, t) + later, one.note].filter(Boolean).join(t('duty-log:mark.comma'));
}

/** 签到表: 点位 | 时间 | 签名, one row for each time somebody was there. */
function patrol(line: DutySheet | null, desk: Desk): SlipSection[] {
  const word = wordOf(desk);
  const rows = (line?.points ?? []).flatMap(({ point, rounds }) =>
    rounds.length === 0 ? [[point, '', '']] : rounds.map(({ at, name }) => [point, timeOf(at), name]),
  );
  if (line !== null && rows.length === 0) return [];
  return [
    heading(word('points')),
    table(
      [
        { label: word('point') },
        { label: word('time'), mm: 40, align: 'center' },
        { label: word('signature'), mm: 50, align: 'center' },
      ],
      rows.map((row) => row.map((text) => ({ text: paperText(text) || (writesOn(line) ? '' : '/') }))),
      { lines: line === null ? PATROL_ROWS : rows.length, hand: writesOn(line) },
    ),
  ];
}

function foot(line: DutySheet | null, desk: Desk): SlipSection[] {
  const { t } = desk.wording;
  const word = wordOf(desk);
  const work = line ? workTexts(line, t).join(t('duty-log:mark.comma')) : '';
  const open = (line?.typed ?? []).filter((one) => one.state === 'open');
  const field = fieldsOf(line, desk);
  const minutes = (line?.meetings ?? []).map((one) => minutesText(one, t)).join('\n');
  return [
    heading(word('minutes')),
    remark(line ? minutes || word('none') : '', word('minutes')),
    heading(word('work')),
    remark(line ? work || word('none') : '', word('work')),
    heading(word('open')),
    paragraph(
      line
        ? open.map((one) => [one.serialNo, one.matter, one.handler].filter(Boolean).join(' ')).join('\n') ||
            word('none')
        : '',
      word('open'),
    ),
    fields([field(word('signNote'), line?.signNote, { wide: true, hand: true, minMm: 12 })], 2),
    signatures([
      [word('signDuty'), line && peopleText(line, t)],
      [
        word('signSupervisor'),
        line?.signedByName && line.signedAt
          ? `${line.signedByName} ${dayTimeOf(line.signedAt).slice(5, 10)}`
          : null,
      ],
    ]),
  ];
}
