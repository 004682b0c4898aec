import * as foundation from './0010-foundation';

/** Every schema step, numbered by tens, in order. Frozen once released; each is hashed into the database. */
export interface Step {
  version: number;
  name: string;
  sql: string;
}

export const STEPS: readonly Step[] = [{ version: 10, name: foundation.name, sql: foundation.sql }];

/** Tables whose every row version is announced in the journal (verifier and guards walk this list). */
export { JOURNALLED } from './0010-foundation';
