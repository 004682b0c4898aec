import { z } from 'zod';
import { strike } from './found-items.row';

/**
 * S84 例会与会议纪要: a meeting with who was there and what was said, as read from the database and as printed on F96. What was
 * resolved are entries of their own (resolutions.row.ts): they are chased until they are done.
 */
export const MEETING_KINDS = ['morning', 'evening', 'weekly', 'special'] as const;
export type MeetingKind = (typeof MEETING_KINDS)[number];

export const MEETING_STATES = ['open', 'issued', 'voided'] as const;
export type MeetingState = (typeof MEETING_STATES)[number];
/** State chart: 主持人签发 closes the minutes. */
export const MEETING_NEXT: Record<MeetingState, readonly MeetingState[]> = {
  open: ['issued', 'voided'],
  issued: ['voided'],
  voided: [],
};

/** 出席, 迟到, 请假 (approved beforehand), 缺席. */
export const ATTENDANCE = ['present', 'late', 'leave', 'absent'] as const;
export type Attendance = (typeof ATTENDANCE)[number];

/** The sections of F96 in its order; each is a text column. */
export const MEETING_SECTIONS = ['topics', 'lastWeek', 'thisWeek', 'problems', 'training'] as const;
export type MeetingSection = (typeof MEETING_SECTIONS)[number];

/** What was said about people: in the row as typed, in the journal only as salted digests. */
export const MEETING_PERSONAL = [...MEETING_SECTIONS, 'attendance'] as const;
export const MEETING_CORRECTABLE = ['title', 'place', ...MEETING_SECTIONS, 'note'] as const;
export type MeetingCorrectable = (typeof MEETING_CORRECTABLE)[number];

const s = z.string();
const maybe = z.string().nullable();
const n = z.number().int();

/** One colleague of the list: `leaveBy` approved the leave beforehand. */
export const attendee = z.object({
  id: s,
  name: s,
  how: z.enum(ATTENDANCE),
  leaveBy: maybe,
});
export type Attendee = z.infer<typeof attendee>;

export const meeting = z.object({
  id: s,
  serialNo: s,
  scanCode: s,
  state: z.enum(MEETING_STATES),
  version: n,
  kind: z.enum(MEETING_KINDS),
  /** 会议名称; null: its kind says enough. */
  title: maybe,
  heldAt: s,
  place: s,
  chairId: s,
  chairName: s,
  /** 记录人: named anew for every meeting. */
  minutesById: s,
  minutesByName: s,
  /** JSON of `attendee[]`; null: erased. */
  attendance: maybe,
  topics: maybe,
  lastWeek: maybe,
  thisWeek: maybe,
  problems: maybe,
  training: maybe,
  issuedAt: maybe,
  issuedById: maybe,
  issuedByName: maybe,
  voidReason: maybe,
  voidedAt: maybe,
  voidedByName: maybe,
  note: maybe,
  recordedAt: s,
  recorderId: s,
  recorderName: s,
});
export type Meeting = z.infer<typeof meeting>;

/** A line of the book of meetings. */
export const meetingLine = meeting.omit({ attendance: true }).extend({
  attendance: z.array(attendee),
  /** How many of each. */
  present: n,
  late: z.boolean(),
  missing: n,
  resolutions: n,
  /** Of these not done yet. */
  open: n,
  copies: n,
  strikes: z.array(strike),
});
export type MeetingLine = z.infer<typeof meetingLine>;
