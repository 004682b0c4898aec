import { z } from 'zod';
import { command, query } from '../op';
import { day, id, month, optionalText, text, version } from '../text';
import { INSTRUCTION_CORRECTABLE, INSTRUCTION_STATES, instructionLine } from './instructions.row';
import { pageOf, storyLine } from './shapes';

/** 上级指示 (F19 block 4): operations of the book of instructions. Rules: domain.md S13; desk-practice.md §2.9. */

/** `unread`: by who asks; `renew`: their day has come. */
export const INSTRUCTION_NEEDS = ['unread', 'renew'] as const;
export type InstructionNeed = (typeof INSTRUCTION_NEEDS)[number];

const touch = { id, version };
const done = z.object({ id: z.string(), serialNo: z.string(), version: z.number().int() });

export const registerInstruction = z.object({
  text: text(500, 2),
  fromName: text(40),
  givenOn: day,
  renewOn: day.nullish().transform((value) => value ?? null),
  note: optionalText(300),
});

export const instructionFilter = z.object({
  need: z.enum(INSTRUCTION_NEEDS).nullish(),
  states: z.array(z.enum(INSTRUCTION_STATES)).max(3).nullish(),
  fromOn: day.nullish(),
  toOn: day.nullish(),
  month: month.nullish(),
  search: optionalText(60),
});

export const instructions = {
  list: query(
    'instructions.read',
    z.object({
      filter: instructionFilter,
      after: z.string().max(200).nullish(),
      limit: z.number().int().min(1).max(200).default(100),
    }),
    pageOf(instructionLine),
  ),
  counts: query('instructions.read', z.object({}), z.record(z.enum(INSTRUCTION_NEEDS), z.number().int())),
  entry: query(
    'instructions.read',
    z.object({ id }),
    z.object({
      entry: instructionLine,
      story: z.array(storyLine),
      next: z.array(z.string()),
      freeUntil: z.string().nullable(),
      warnings: z.array(z.string()),
    }),
  ),
  /** Errors: InvalidField of days out of order. Who writes it down has read it. */
  register: command('instructions.write', registerInstruction, done),
  /** 已阅. Errors: `instructions.wrongState`, `instructions.alreadyRead`. */
  acknowledge: command('instructions.acknowledge', z.object({ id }), done),
  /** Stands on until a later day (or further notice) and is read anew. Errors: `instructions.notLater`. */
  renew: command(
    'instructions.write',
    z.object({ ...touch, renewOn: day.nullish().transform((value) => value ?? null) }),
    done,
  ),
  end: command('instructions.write', z.object({ ...touch, reason: text(200, 2) }), done),
  correct: command(
    'instructions.correct',
    z.object({
      ...touch,
      field: z.enum(INSTRUCTION_CORRECTABLE),
      value: z.string().max(2000),
      reason: optionalText(200),
    }),
    done.extend({ warnings: z.array(z.string()) }),
  ),
  void: command('instructions.void', z.object({ ...touch, reason: text(200, 2) }), done),
  markSeen: command('instructions.read', z.object({ id }), z.object({ seen: z.boolean() })),
} as const;
