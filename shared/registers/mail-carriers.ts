import type { MailKind } from './mail-items.row';

/**
 * Whose number a scanner read (desk-practice.md §2.5): carriers by the beginnings and lengths they use in 2026. A guess that
 * fills the field; the clerk may write another. Codes of the words below `mail:carrier`.
 */
export const CARRIERS = [
  'sf',
  'jd',
  'ems',
  'post',
  'zto',
  'yto',
  'sto',
  'yunda',
  'jt',
  'deppon',
  'cainiao',
] as const;
export type Carrier = (typeof CARRIERS)[number];

interface Guess {
  carrier: Carrier;
  kind: MailKind;
}

const RULES: readonly (readonly [pattern: RegExp, carrier: Carrier, kind: MailKind])[] = [
  [/^SF\d{10,15}$/, 'sf', 'express'],
  [/^JD[A-Z]{0,2}\d{8,15}(-\d+)*-?$/, 'jd', 'express'],
  [/^YT\d{13,15}$/, 'yto', 'express'],
  [/^JT\d{10,15}$/, 'jt', 'express'],
  [/^DPK\d{9,14}$/, 'deppon', 'express'],
  [/^(LP|CN)\d{12,16}$/, 'cainiao', 'express'],
  // Postal union numbers: two letters, nine digits, two letters; E is EMS, R registered, C a parcel.
  [/^E[A-Z]\d{9}[A-Z]{2}$/, 'ems', 'ems'],
  [/^R[A-Z]\d{9}[A-Z]{2}$/, 'post', 'registered'],
  [/^C[A-Z]\d{9}[A-Z]{2}$/, 'post', 'parcel'],
  [/^X[A-Z]\d{11}$/, 'post', 'registered'],
  [/^(KA|PA)\d{11}$/, 'post', 'parcel'],
  [/^1[0-3]\d{11}$/, 'ems', 'ems'],
  [/^9[5-9]\d{11}$/, 'post', 'parcel'],
  [/^77\d{13}$/, 'sto', 'express'],
  [/^7[0-68-9]\d{12}$/, 'zto', 'express'],
  [/^(31|43|46)\d{11}(\d\d)?$/, 'yunda', 'express'],
];

/** The likely carrier and kind of a tracking number; null when no rule knows it. */
export function carrierOf(trackingNo: string): Guess | null {
  const number = tidyTracking(trackingNo);
  for (const [pattern, carrier, kind] of RULES) if (pattern.test(number)) return { carrier, kind };
  return null;
}

/** A tracking number as it is kept and compared: capitals, no blanks. */
export const tidyTracking = (typed: string): string => typed.replace(/\s+/g, '').toUpperCase();
