import type { JournalledRegister, JournalledRows } from '../../db/journalled';

/** What an import will do, row for row, before anything is written: the preview counts it, the run writes it. */

export type NewRow<R extends JournalledRegister> = Omit<JournalledRows[R], 'version' | 'sealed'>;
export type Patch<R extends JournalledRegister> = Partial<NewRow<R>>;

/** A numbered entry gets its number when it is written. */
export type Unnumbered<R extends 'units' | 'parties'> = Omit<NewRow<R>, 'serialNo' | 'scanCode'>;

export interface Plan {
  units: { create: Unnumbered<'units'>[]; change: { old: JournalledRows['units']; patch: Patch<'units'> }[] };
  parties: {
    create: Unnumbered<'parties'>[];
    change: { old: JournalledRows['parties']; patch: Patch<'parties'> }[];
  };
  stays: {
    create: NewRow<'occupancies'>[];
    change: { old: JournalledRows['occupancies']; patch: Patch<'occupancies'> }[];
  };
  members: NewRow<'partyMembers'>[];
  vehicles: NewRow<'vehicles'>[];
  /** Parties whose words change although their row does not: a member or a car came. */
  touched: Set<string>;
  counts: { created: number; updated: number; unchanged: number };
}

export const emptyPlan = (): Plan => ({
  units: { create: [], change: [] },
  parties: { create: [], change: [] },
  stays: { create: [], change: [] },
  members: [],
  vehicles: [],
  touched: new Set(),
  counts: { created: 0, updated: 0, unchanged: 0 },
});

/** What of the read values differs from the row; undefined values say nothing. Null when nothing does. */
export function difference<R extends object>(old: R, read: Partial<R>): Partial<R> | null {
  const patch: Partial<R> = {};
  let any = false;
  for (const key of Object.keys(read) as (keyof R)[]) {
    if (read[key] === undefined || read[key] === old[key]) continue;
    patch[key] = read[key];
    any = true;
  }
  return any ? patch : null;
}

/** Values without the undefined ones, over what a new row has when the file says nothing. */
export const filled = <R extends object>(blank: R, read: Partial<R>): R => {
  const row = { ...blank };
  for (const key of Object.keys(read) as (keyof R)[]) {
    const value = read[key];
    if (value !== undefined) row[key] = value as R[keyof R];
  }
  return row;
};
