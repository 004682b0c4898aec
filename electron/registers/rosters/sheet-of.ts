import type { Settings } from '../../../shared/registers/office';
import type { Roster, RosterCell } from '../../../shared/registers/rosters.row';
import { daysOfWeek } from './week';

/** The week's sheet (F91) counted from its cells: a row for each person, and what was changed after publication. Pure. */

export interface PersonWeek {
  name: string;
  posts: string;
  /** Seven cells; '' is a day off. `*` marks what was changed after publication. */
  days: string[];
  off: number;
  total: number;
}

type Shifts = Settings['shifts'];

/** Short name of a shift in a narrow cell: 早, 晚, 夜; in English the whole word. */
function shortOf(shifts: Shifts, code: string, lang: 'zh-CN' | 'en'): string {
  const shift = shifts.find((one) => one.code === code);
  if (!shift) return code;
  return lang === 'en' ? shift.en : shift.zh.replace(/班$/, '');
}

/** One row a person, who stands first on the sheet first. */
export function peopleOf(
  { weekOn, cells }: Pick<Roster, 'weekOn'> & { cells: readonly RosterCell[] },
  shifts: Shifts,
  lang: 'zh-CN' | 'en',
): PersonWeek[] {
  const order = (cell: RosterCell) => shifts.findIndex((shift) => shift.code === cell.shift);
  const planned = cells
    .filter((cell) => cell.state === 'planned')
    .sort((a, b) => (a.dayOn === b.dayOn ? order(a) - order(b) : a.dayOn < b.dayOn ? -1 : 1));
  const byPerson = new Map<string, RosterCell[]>();
  for (const cell of planned) byPerson.set(cell.staffId, [...(byPerson.get(cell.staffId) ?? []), cell]);
  return [...byPerson.values()].map((own) => {
    const posts = [...new Set(own.map((cell) => cell.post))];
    const textOf = (cell: RosterCell): string =>
      [
        shortOf(shifts, cell.shift, lang),
        posts.length > 1 && cell.post !== posts[0] && cell.post,
        cell.changedAt && '*',
      ]
        .filter(Boolean)
        .join(' ');
    const days = daysOfWeek(weekOn).map((dayOn) =>
      own
        .filter((cell) => cell.dayOn === dayOn)
        .map(textOf)
        .join('\n'),
    );
    return {
      name: own[0]!.staffName,
      posts: posts.join(' '),
      days,
      off: days.filter((day) => day === '').length,
      total: own.length,
    };
  });
}

export interface SheetChange {
  dayOn: string;
  shift: string;
  post: string;
  /** 原班人 and 顶班人. */
  before: string;
  after: string;
  /** Null: an approved swap; its own slip says why. */
  reason: string | null;
  by: string;
}

/** 换班记录: every place changed after publication, day by day. */
export function changesOf(cells: readonly RosterCell[]): SheetChange[] {
  const places = new Map<string, RosterCell[]>();
  for (const cell of cells) {
    if (cell.changedAt === null) continue;
    const key = `${cell.dayOn} ${cell.shift} ${cell.post}`;
    places.set(key, [...(places.get(key) ?? []), cell]);
  }
  const names = (list: readonly RosterCell[], state: RosterCell['state']): string =>
    list
      .filter((cell) => cell.state === state)
      .map((cell) => cell.staffName)
      .join(' ');
  return [...places.values()]
    .map((list) => {
      const { dayOn, shift, post } = list[0]!;
      const last = list.reduce((a, b) => ((b.changedAt ?? '') > (a.changedAt ?? '') ? b : a));
      return {
        ...{ dayOn, shift, post },
        before: names(list, 'removed'),
        after: names(list, 'planned'),
        reason: last.changeReason,
        by: last.changedByName ?? '',
      };
    })
    .sort((a, b) => (a.dayOn < b.dayOn ? -1 : 1));
}
