import { z } from 'zod';
import { command, query, task } from '../op';
import { count, optionalPhone, optionalText, text } from '../text';
import { backupSetting } from './backups.setting';
import { businessSetting } from './business.setting';
import { dutySetting } from './duty-logs.setting';
import { handoverSetting } from './handovers.setting';
import { mailSetting } from './mail-items.setting';
import { retentionSetting } from './retention.setting';
import { visitsSetting } from './visits.setting';

/** The office itself: everything an office may set, one key per row of `settings`, each change journalled. */

export const category = z.object({
  /** Code used in the rows, e.g. `cash`. */
  code: z.string().regex(/^[a-z][a-zA-Z0-9]{1,19}$/, { error: 'code.unreadable' }),
  zh: text(20),
  en: text(40),
  /** Days an item waits before the policy asks for disposal; 0: same day (opened food); null: never by itself. */
  retentionDays: z.number().int().min(0).max(3650).nullable(),
  /** Needs a bag number and a supervisor's countersign. */
  valuable: z.boolean(),
  /** Counted by denomination. */
  cash: z.boolean(),
  /** Identity papers and cards are never photographed (desk-practice.md §2.1). */
  photo: z.boolean(),
});
export type Category = z.infer<typeof category>;

export const contact = z.object({ name: text(40), title: optionalText(40), phone: optionalPhone });
export const shift = z.object({
  code: z.string().regex(/^[a-z][a-zA-Z0-9]{0,11}$/),
  zh: text(10),
  en: text(20),
  /** `HH:mm`, may pass midnight. */
  from: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'time.unreadable' }),
  to: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'time.unreadable' }),
  /** A person may be alone: a missing second signature becomes 待补签. */
  alone: z.boolean(),
});

/** S19 物品放行: how slips are issued here. */
export const releaseSetting = z.object({
  /** Slips are valid on their day only, until this hour of it (`HH:mm`, `24:00` is midnight). */
  dayEndsAt: z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, { error: 'time.unreadable' }),
  /** Who may approve: the manager, and the supervisor as deputy (Q5). */
  approvers: z
    .array(z.enum(['deptManager', 'csSupervisor']))
    .min(1)
    .max(2),
  /** Common goods with their counting word, suggested before anything was written. */
  goods: z.array(z.object({ name: text(40), unit: text(6) })).max(200),
  /** Gates and posts where goods leave. */
  gates: z.array(text(20)).min(1).max(12),
  /** Days after which a gate part that did not come back is chased. */
  slipBackDays: z.number().int().min(1).max(60),
  /** What the stamp on F26 must say; printed small in the cell the stamp goes on. */
  stampText: text(30),
  /** What F26 says about arrears: a note, never a condition. */
  arrearsText: text(120),
});

/** A document of the one-unit-one-file list (domain.md §3.7). */
export const fileDocument = z.object({
  code: z.string().regex(/^[a-z][a-zA-Z0-9]{1,19}$/, { error: 'code.unreadable' }),
  zh: text(40),
  en: text(80),
  /** Counted by K2: every handed-over unit must have it. */
  mandatory: z.boolean(),
});
export type FileDocument = z.infer<typeof fileDocument>;

/** Every setting with its schema. Keys are the primary keys of the `settings` table. */
export const SETTINGS = {
  office: z.object({
    name: text(60),
    project: text(60),
    department: text(40),
    /** Prefix of form codes, e.g. `KF-QR` → `KF-QR-01`. */
    formPrefix: z.string().regex(/^[A-Z0-9][A-Z0-9-]{0,11}$/, { error: 'code.unreadable' }),
  }),
  partyAContacts: z.array(contact).max(20),
  posts: z.array(text(30)).min(1).max(20),
  shifts: z.array(shift).min(1).max(6),
  station: z.object({ name: text(30) }),
  categories: z.array(category).min(1).max(60),
  places: z.array(text(80)).max(300),
  storagePlaces: z.array(text(60)).max(100),
  /** Lifts that can be booked for a move (S20): chosen, never typed, so that no two moves miss each other. */
  lifts: z.array(text(20)).max(20),
  units: z.object({
    documents: z.array(fileDocument).min(1).max(40),
    /** Days before its end from which a lease is on the Today board. */
    leaseWarnDays: z.number().int().min(1).max(365),
  }),
  limits: z.object({
    /** Free-edit window in minutes (desk-practice.md §0.5). */
    freeEditMinutes: z.number().int().min(0).max(60),
    /** Recorded later than this after it happened: 补录. */
    lateEntryMinutes: z.number().int().min(1).max(1440),
    autoLockMinutes: z.number().int().min(1).max(15),
    /** Days after which an open item counts as long (30-day reminder, Q6). */
    openLongDays: z.number().int().min(1).max(365),
    /** Corrections allowed on a line before the screen warns (the house rule: two). */
    correctionsPerLine: z.number().int().min(1).max(20),
    /** Share of lines of a page with corrections before the page should be written anew, in percent. */
    correctionsPerPagePercent: z.number().int().min(1).max(100),
    /** The finder may count as one of the two confirmers (Q19). */
    finderMayConfirm: z.boolean(),
  }),
  /** Form code suffix and version per form; empty: `nn` of the form number and A/0. */
  forms: z.record(z.string().regex(/^F\d{2,3}$/), z.object({ code: text(30), version: text(10) })),
  /** The key cabinet and the key desk (S03–S09). */
  keys: z.object({
    /** Office hours, `HH:mm` of the day; `to` is the closing time by which a key is due back (S05). */
    officeHours: z.object({
      from: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'time.unreadable' }),
      to: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'time.unreadable' }),
    }),
    /** Keys one person may have out at a time. */
    maxKeysPerPerson: z.number().int().min(1).max(99),
    /** Days before its end from which a mandate asks for renewal (S04). */
    mandateWarnDays: z.number().int().min(0).max(180),
    /** What the borrower promises on the slip F10. */
    slipPromise: text(200),
  }),
  /** The visitor book (S10): what of a visitor is asked and how long it is kept (§6.3, §6.4, Q7). */
  visits: visitsSetting,
  /** How long handovers, mail and contacts keep their personal values (§6.3). */
  retention: retentionSetting,
  /** Mail and parcels (S16): shelves and how long things may wait. */
  mail: mailSetting,
  /** Folder outside the data folder that receives anchors; null: only the data folder's own `anchors`. */
  anchorFolder: z.object({ path: z.string().max(1000).nullable() }),
  /** Where backups go and for whom they are locked (S101). */
  backup: backupSetting,
  release: releaseSetting,
  /** The business centre's dated price list (S21). */
  business: businessSetting,
  /** What is counted and tried at every handover (S13). */
  handover: handoverSetting,
  /** Posts with a log of their own, their patrol points and switches (S14). */
  duty: dutySetting,
  /** Set once when the office is made: a demo office shows DEMO_PIN on the sign-in screen and asks the CLI for none. */
  demo: z.object({ on: z.boolean() }),
} as const;
export type SettingKey = keyof typeof SETTINGS;
export type Settings = { [K in SettingKey]: z.output<(typeof SETTINGS)[K]> };

const settingKey = z.enum(Object.keys(SETTINGS) as [SettingKey, ...SettingKey[]]);

export const office = {
  /** All settings as they are in force. Lists and names are needed by every screen. */
  settings: query(
    'signedIn',
    z.object({}),
    z.object(SETTINGS).extend({ versions: z.record(z.string(), z.number().int()) }),
  ),
  /** Changes one setting. `value` must fit `SETTINGS[key]`. */
  change: command(
    'settings.change',
    z.object({ key: settingKey, version: z.number().int().min(0), value: z.unknown() }),
    z.object({ version: z.number().int() }),
  ),
  /** First start: makes the office and its first administrator. Refused once an office exists. Answers with the one-time recovery code. */
  setUp: task(
    'anyone',
    z.object({
      office: SETTINGS.office,
      partyAContacts: SETTINGS.partyAContacts,
      posts: SETTINGS.posts,
      shifts: SETTINGS.shifts,
      station: SETTINGS.station,
      anchorFolder: SETTINGS.anchorFolder,
      admin: z.object({
        staffNo: text(20),
        name: text(40),
        passphrase: z.string().min(1).max(200),
        alsoManager: z.boolean(),
      }),
    }),
    z.object({ recoveryCode: z.string() }),
  ),
  /** First start in one click: a demo office with believable data; everybody's PIN is shown on the sign-in screen. */
  setUpDemo: task(
    'anyone',
    z.object({ entries: count.default(400), job: z.string().max(40).default('demo') }),
    z.object({}),
  ),
} as const;
