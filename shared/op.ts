import type { z } from 'zod';
import type { Permit } from './roles';

/**
 * How a second person takes part in a command (domain.md §4.4, desk-practice.md §3.2):
 * the input carries `second` (see `secondPerson` in text.ts); the door proves the PIN before the transaction
 * opens, checks that the person differs from the actor, is active and holds `permit`.
 */
export interface SecondRule {
  /** What the second person must be allowed to do. */
  permit: Permit;
  /** `always`: refused without; `handler`: the handler decides from the row (valuables); `orPending`: night duty alone may leave it 待补签. */
  when: 'always' | 'handler' | 'orPending';
}

/** Reads. Runs on the read-only connection; a write does not compile and does not run. */
export interface Query<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  kind: 'query';
  permit: Permit;
  input: I;
  output: O;
}

/** Changes. One IMMEDIATE transaction; must write the journal or it is rolled back. */
export interface Command<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  kind: 'command';
  permit: Permit;
  input: I;
  output: O;
  second?: SecondRule;
}

/**
 * Work outside the database: a PIN to prove (slow by design), a page to print, a file to save, a long check.
 * Runs without a transaction; whatever it changes it changes through commands of the same door.
 */
export interface Task<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  kind: 'task';
  permit: Permit;
  input: I;
  output: O;
}

export type Op = Query | Command | Task;

/** Declares a query: who may ask, what goes in, what comes out. */
export const query = <I extends z.ZodType, O extends z.ZodType>(
  permit: Permit,
  input: I,
  output: O,
): Query<I, O> => ({ kind: 'query', permit, input, output });

/** Declares a command. `second` names the rule for a second person, where the trade asks for two. */
export const command = <I extends z.ZodType, O extends z.ZodType>(
  permit: Permit,
  input: I,
  output: O,
  second?: SecondRule,
): Command<I, O> => ({ kind: 'command', permit, input, output, ...(second ? { second } : {}) });

/** Declares a task. */
export const task = <I extends z.ZodType, O extends z.ZodType>(
  permit: Permit,
  input: I,
  output: O,
): Task<I, O> => ({ kind: 'task', permit, input, output });

export type InputOf<T extends Op> = z.input<T['input']>;
export type ParsedOf<T extends Op> = z.output<T['input']>;
export type OutputOf<T extends Op> = z.output<T['output']>;
