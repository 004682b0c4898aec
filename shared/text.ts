import { z } from 'zod';

/**
 * Text that people type: one normalisation, one way to count length, one set of schema pieces.
 * Lengths count what a reader counts (graphemes), never UTF-16 halves (trust.md F2).
 */

const segmenter = new Intl.Segmenter('zh', { granularity: 'grapheme' });

/** How many characters a reader sees. */
export function lengthOf(text: string): number {
  if (/^[\u0020-\u007e\u3000-\u9fff\uff00-\uffef]*$/.test(text)) return text.length;
  let n = 0;
  for (const _ of segmenter.segment(text)) n += 1;
  return n;
}

/** Controls, bidi marks, BOM and zero-width characters: invisible, so they are taken out at the door (trust.md F3). Line feed, tab and ZWJ stay (emoji need it); variation selectors are no format characters and stay too. */
const INVISIBLE = /(?![\n\t\u200d])[\p{Cc}\p{Cf}]/gu;

/**
 * One declared normalisation for everything typed or imported: `\n` line ends, no invisible marks, NFC, no outer blanks.
 * Marks go before NFC: what they kept apart may compose. Tidying twice changes nothing.
 */
export const tidy = (text: string): string =>
  text.replace(/\r\n?/g, '\n').replace(INVISIBLE, '').normalize('NFC').trim();

/** Bytes of a text in UTF-8. */
function bytesOf(text: string): number {
  let bytes = 0;
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}

/** Room a reader's character may take: names with variation selectors need 8 bytes, family emoji 25; the tables' columns hold it (trust.md A8). */
const fitsColumn = (text: string, max: number): boolean => bytesOf(text) <= 16 * max + 40;

/** A bound on raw input before anything else looks at it (a 1 MB paste is refused at once, trust.md F3). */
const RAW_MAX = 20_000;

/** Free text of at most `max` characters; `min` 1 makes it required. Problems: `text.broken`, `text.long`, `text.empty`. */
export const text = (max: number, min = 1) =>
  z
    .string()
    .max(RAW_MAX, { error: 'text.long' })
    .refine((s) => s.isWellFormed(), { error: 'text.broken' })
    .transform(tidy)
    .refine((s) => lengthOf(s) >= min, { error: 'text.empty' })
    .refine((s) => lengthOf(s) <= max && fitsColumn(s, max), { error: 'text.long' });

/** Optional free text: empty becomes null. */
export const optionalText = (max: number) =>
  text(max, 0)
    .nullish()
    .transform((s) => (s ? s : null));

/** UTC ISO instant with milliseconds. */
export const instant = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/, { error: 'time.unreadable' })
  .refine((s) => !Number.isNaN(Date.parse(s)), { error: 'time.unreadable' });
/** `YYYY-MM-DD`. */
export const day = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, { error: 'day.unreadable' });
/** `YYYY-MM`. */
export const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, { error: 'month.unreadable' });
/** Our ids (see ids.ts). */
export const id = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{26}$/, { error: 'id.unknown' });
/** Row version the form was filled against; a different one in the database refuses the change (trust.md F10). */
export const version = z.number().int().min(1);
/** A phone number as typed: digits, spaces, plus, dashes; kept as digits. */
export const phone = text(24, 0)
  .transform((s) => s.replace(/[\s-]/g, ''))
  .refine((s) => /^(\+?\d{3,20})?$/.test(s), { error: 'phone.unreadable' });
export const optionalPhone = phone.nullish().transform((s) => (s ? s : null));
/** Whole count from 1. */
export const count = z
  .number()
  .int({ error: 'count.whole' })
  .min(1, { error: 'count.low' })
  .max(1_000_000, { error: 'count.high' });
/** SHA-256 in hex: the name of an attachment. */
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/, { error: 'id.unknown' });

/**
 * The second person of a command (desk-practice.md §3.2):
 * `pin`: proves presence in the same dialog; `witness`: a named person without an account signs on paper;
 * `pending`: alone on night duty, listed as 待补签 until signed.
 */
export const secondPerson = z.discriminatedUnion('how', [
  z.object({ how: z.literal('pin'), staffId: id, pin: z.string().min(1).max(200) }),
  z.object({ how: z.literal('witness'), name: text(40) }),
  z.object({ how: z.literal('pending') }),
]);
export type SecondPerson = z.infer<typeof secondPerson>;

/** `138****5678`; short numbers keep two digits. */
export const maskPhone = (value: string): string =>
  value.length >= 8 ? `${value.slice(0, 3)}****${value.slice(-4)}` : value.replace(/.(?=..)/g, '*');
/** `440106********1234`; short ones keep the last four. */
export const maskDocument = (value: string): string =>
  value.length >= 15
    ? `${value.slice(0, 6)}${'*'.repeat(value.length - 10)}${value.slice(-4)}`
    : value.replace(/.(?=.{4})/g, '*');
