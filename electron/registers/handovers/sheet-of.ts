import { dayOf, dayTimeOf, timeOf } from '../../../shared/dates';
import type { SlipSection } from '../../../shared/print/forms';
import {
  amountOf,
  checkName,
  countDiffers,
  countedOf,
  countNote,
  DESK_CHECK,
  dueText,
  shiftName,
  sinceText,
  thingName,
  workTexts,
} from '../../../shared/registers/handovers.cells';
import type { CarriedGroup, HandoverSheet } from '../../../shared/registers/handovers.row';
import type { Desk } from '../../papers/desk';
import type { SlipContent } from '../../papers/slip';
import {
  fields,
  fieldsOf,
  heading,
  paragraph,
  remark,
  signatures,
  table,
  tick,
} from '../../papers/slip-sections';

/** F19 客服前台交接班记录表: A4 portrait, one page a shift, its nine blocks in the handbook's order (domain.md §3.4). */

/** Matters of one kind and in all that the page lists; the books have the rest. */
const PER_KIND = 8;
const IN_ALL = 24;
type Word = (key: string, params?: Record<string, string | number>) => string;

/** The sheet; `line` null gives an empty one for handwriting. */
export function sheetPaper(line: HandoverSheet | null, desk: Desk): SlipContent {
  const { t } = desk.wording;
  const word: Word = (key, params) => t(`handovers:slip.${key}`, params);
  const field = fieldsOf(line, desk);
  const hand = line === null;
  return {
    parts: [''],
    sections: [
      fields(
        [
          field(word('date'), line?.shiftOn),
          field(word('shift'), line && shiftName(line, desk.wording.lang)),
          field(word('post'), line?.post),
          field(word('outgoing'), line?.outgoingName),
          field(word('incoming'), line?.incomingName, { hand: true }),
          field(word('handedAt'), line?.inSignedAt ? dayTimeOf(line.inSignedAt) : null, { hand: true }),
        ],
        3,
      ),
      heading(word('work')),
      remark(workText(line, desk), word('work')),
      heading(word('open')),
      openTable(line?.sheet?.open ?? [], desk, hand),
      ...dueRemark(line, desk),
      heading(word('events')),
      table(
        [
          { label: word('time'), mm: 26 },
          { label: word('event') },
          { label: word('handler'), mm: 26 },
          { label: word('result'), mm: 56 },
        ],
        (line?.events ?? []).map((one) => [
          dayTimeOf(one.at).slice(5),
          one.event,
          one.handler,
          one.result ?? t('handovers:screen.noResult'),
        ]),
        { lines: hand ? 3 : 1, hand },
      ),
      heading(word('instructions')),
      remark(instructionsText(line, desk), word('instructions')),
      heading(word('things')),
      thingsTable(line, desk),
      ...checkFields(line, desk),
      heading(word('questions')),
      remark(questionsText(line, desk), word('questions')),
      ...refusal(line, desk),
      ...supplementsOf(line, desk),
      paragraph(t('handovers:screen.liability')),
      signatures([
        [word('signOut'), line?.outSignedAt ? `${line.outgoingName} ${timeOf(line.outSignedAt)}` : null],
        [word('signIn'), line?.inSignedAt ? `${line.incomingName} ${timeOf(line.inSignedAt)}` : null],
        [
          word('signReview'),
          line?.reviewedAt ? `${line.reviewedByName} ${dayOf(line.reviewedAt).slice(5)}` : null,
        ],
      ]),
    ],
  };
}

const none = (text: string, desk: Desk): string => text || desk.wording.t('handovers:slip.none');

function workText(line: HandoverSheet | null, desk: Desk): string {
  if (line === null) return '';
  const { t } = desk.wording;
  return none(line.sheet ? workTexts(line.sheet, t).join(t('handovers:mark.comma')) : '', desk);
}

/** 序号 | 事项 | 已处理情况 | 接班要求 | 时限. */
function openTable(groups: readonly CarriedGroup[], { wording: { t } }: Desk, hand: boolean) {
  const word: Word = (key, params) => t(`handovers:slip.${key}`, params);
  const rows: string[][] = [];
  let left = 0;
  for (const { label, matters, total } of groups) {
    const shown = matters.slice(0, Math.max(0, Math.min(PER_KIND, IN_ALL - rows.length)));
    left += total - shown.length;
    for (const matter of shown)
      rows.push([
        String(rows.length + 1),
        [matter.serialNo, matter.title].filter(Boolean).join(' '),
        [
          sinceText(matter).slice(5),
          matter.owner,
          matter.shifts > 0 && t('handovers:screen.passed', { n: matter.shifts }),
          matter.detail,
        ]
          .filter(Boolean)
          .join(' · '),
        t(label),
        [dueText(matter).slice(5), matter.late && t('handovers:screen.late')].filter(Boolean).join(' '),
      ]);
  }
  if (left > 0) rows.push(['', word('more', { n: left }), '', '', '']);
  return table(
    [
      { label: word('no'), mm: 11, align: 'center' },
      { label: word('matter'), mm: 52 },
      { label: word('done') },
      { label: word('ask'), mm: 27 },
      { label: word('due'), mm: 24 },
    ],
    rows,
    { lines: hand ? 8 : 1, hand },
  );
}

/** What the next twelve hours ask for, in one paragraph. */
function dueRemark(line: HandoverSheet | null, { wording: { t } }: Desk): SlipSection[] {
  const due = line?.sheet?.due ?? [];
  if (due.length === 0) return [];
  const text = due
    .map(({ label, matters, total }) => {
      const named = matters.slice(0, PER_KIND).map((one) => [one.serialNo, dueText(one).slice(5)].join(' '));
      return `${t(label)} ${total}（${named.join(t('handovers:mark.list'))}）`;
    })
    .join(t('handovers:mark.comma'));
  return [remark(`${t('handovers:slip.dueSoon')}: ${text}`, t('handovers:slip.dueSoon'))];
}

function instructionsText(line: HandoverSheet | null, desk: Desk): string {
  if (line === null) return '';
  const told = line.sheet?.instructions ?? [];
  const { t } = desk.wording;
  return none(
    told
      .map((one) =>
        [`${one.serialNo} ${one.fromName}:`, one.text, one.renewOn ?? t('handovers:mark.noEnd')].join(' '),
      )
      .join('\n'),
    desk,
  );
}

/** 物品名称 | 应有/实有 | 相符 | 备注, two things a row: the sheet is one page. */
function thingsTable(line: HandoverSheet | null, { wording: { t } }: Desk) {
  const word: Word = (key, params) => t(`handovers:slip.${key}`, params);
  const cells = (line?.sheet?.things ?? []).map((thing) => {
    const count = line?.counts.find(({ code }) => code === thing.code);
    const expected = amountOf(thing.measure, thing.expected, t);
    const counted = countedOf(thing, count, t);
    return [
      thingName(thing, t),
      [expected, counted].filter(Boolean).join(' / '),
      count === undefined ? '' : word(countDiffers(thing, count) ? 'no2' : 'yes'),
      [thing.out > 0 && word('outNow', { n: thing.out }), countNote(count, t)].filter(Boolean).join(' '),
    ];
  });
  const rows: string[][] = [];
  for (let i = 0; i < cells.length; i += 2)
    rows.push([...(cells[i] ?? []), ...(cells[i + 1] ?? ['', '', '', ''])]);
  const half = [
    { label: word('thing') },
    { label: word('quantity'), mm: 22, align: 'center' },
    { label: word('same'), mm: 13, align: 'center' },
    { label: word('remark'), mm: 24 },
  ] as const;
  return table([...half, ...half], rows, { lines: line === null ? 6 : 1, hand: line === null });
}

/** 六 and 七: the equipment in one row, the desk in another. */
function checkFields(line: HandoverSheet | null, desk: Desk): SlipSection[] {
  const { t } = desk.wording;
  const field = fieldsOf(line, desk);
  const names = desk.settings.handover.equipment;
  const checks = line?.checks ?? [];
  const state = (name: string): string => {
    const check = checks.find((one) => one.name === name);
    return [tick(check?.ok ?? false, checkName(name, t)), check?.note].filter(Boolean).join(' ');
  };
  const equipment = checks.length > 0 ? checks.map(({ name }) => name) : names;
  return [
    fields(
      [
        field(
          t('handovers:slip.checks'),
          equipment
            .filter((name) => name !== DESK_CHECK)
            .map(state)
            .join('  '),
          { wide: true, fixed: true },
        ),
        field(t('handovers:slip.tidy'), state(DESK_CHECK), { fixed: true }),
      ],
      3,
    ),
  ];
}

function questionsText(line: HandoverSheet | null, desk: Desk): string {
  if (line === null) return '';
  const { t } = desk.wording;
  const lines = line.questions.map(
    ({ no, question, answer }) => `${no}. ${question} — ${answer ?? t('handovers:screen.unanswered')}`,
  );
  return none(lines.join('\n'), desk);
}

function refusal(line: HandoverSheet | null, desk: Desk): SlipSection[] {
  const { t } = desk.wording;
  const word: Word = (key, params) => t(`handovers:slip.${key}`, params);
  const field = fieldsOf(line, desk);
  const refused = line?.refusedAt ?? null;
  const decided = line?.decision
    ? [t(`handovers:decision.${line.decision}`), line.decidedByName, line.decisionReason].join(' ')
    : null;
  return [
    fields(
      [
        field(word('refusal'), tick(refused !== null, word('refused')), { fixed: true }),
        field(word('reportedTo'), line?.reportedTo),
        field(word('reason'), [line?.refusedByName, line?.refusedReason].filter(Boolean).join(': '), {
          wide: true,
        }),
        ...(decided ? [field(word('decision'), decided, { wide: true })] : []),
      ],
      2,
    ),
  ];
}

/** 补记: marked as such, with time and name. */
function supplementsOf(line: HandoverSheet | null, { wording: { t } }: Desk): SlipSection[] {
  const label = t('handovers:slip.supplements');
  return (line?.supplements ?? []).map(({ text, at, by }) =>
    remark(`${label} ${dayTimeOf(at)} ${by}: ${text}`, label),
  );
}
