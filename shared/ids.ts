/** Identifiers, serial numbers and scan codes. Pure: time and chance are handed in, so tests and the seed are repeatable. */

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A sortable 26-character id: 10 characters of epoch ms, 16 of chance. `random` fills bytes. */
export function newId(ms: number, random: (bytes: Uint8Array) => void): string {
  let time = '';
  let rest = ms;
  for (let i = 0; i < 10; i += 1) {
    time = CROCKFORD[rest % 32] + time;
    rest = Math.floor(rest / 32);
  }
  const bytes = new Uint8Array(16);
  random(bytes);
  let chance = '';
  for (const byte of bytes) chance += CROCKFORD[byte & 31];
  return time + chance;
}

/** Registers that number their lines: prefix of domain.md §6.1 and two digits of the scan code (desk-practice.md §2.0). */
export const NUMBERED = {
  foundItems: { prefix: 'SW', code: '01' },
  lostReports: { prefix: 'BS', code: '02' },
  keys: { prefix: 'YK', code: '03' },
  keyMandates: { prefix: 'WT', code: '05' },
  keyChecks: { prefix: 'ZJ', code: '09' },
  keyTransfers: { prefix: 'YJ', code: '10' },
  units: { prefix: 'FC', code: '20' },
  parties: { prefix: 'ZH', code: '21' },
  visits: { prefix: 'LF', code: '11' },
  disclosures: { prefix: 'CX', code: '12' },
  visitorPasses: { prefix: 'FK', code: '13' },
  goodsReleases: { prefix: 'FX', code: '14' },
  accessCards: { prefix: 'ZK', code: '15' },
  mailItems: { prefix: 'KD', code: '26' },
  contactLogs: { prefix: 'JD', code: '27' },
  custodyItems: { prefix: 'TG', code: '28' },
  tools: { prefix: 'GJ', code: '29' },
  toolLoans: { prefix: 'JY', code: '30' },
  moveNotices: { prefix: 'BQ', code: '31' },
  notices: { prefix: 'GG', code: '37' },
  broadcasts: { prefix: 'BY', code: '39' },
  officeJobs: { prefix: 'SB', code: '35' },
  roomBookings: { prefix: 'HS', code: '36' },
  customEntries: { prefix: 'ZD', code: '32' },
  handovers: { prefix: 'JB', code: '16' },
  instructions: { prefix: 'ZS', code: '17' },
  dutyLogs: { prefix: 'ZB', code: '23' },
  stewardDiaries: { prefix: 'RZ', code: '24' },
  meetings: { prefix: 'HY', code: '25' },
  resolutions: { prefix: 'HJ', code: '45' },
  dutyLines: { prefix: 'ZL', code: '44' },
  rosters: { prefix: 'PB', code: '18' },
  shiftSwaps: { prefix: 'HB', code: '19' },
  postCovers: { prefix: 'DG', code: '22' },
  keyLoans: { prefix: 'YS', code: '04' },
  keyUnseals: { prefix: 'QF', code: '06' },
  keyCopies: { prefix: 'PZ', code: '07' },
  keyIncidents: { prefix: 'YD', code: '08' },
} as const;
export type NumberedRegister = keyof typeof NUMBERED;

/** `SW202611-0001`: prefix, year and month, at least four digits (domain.md §6.1). */
export const serialNoOf = (register: NumberedRegister, month: string, n: number): string =>
  `${NUMBERED[register].prefix}${month.replace('-', '')}-${String(n).padStart(4, '0')}`;

/** Takes a serial number apart; null when it is none of ours. */
export function readSerialNo(text: string): { register: NumberedRegister; month: string; n: number } | null {
  const match = /^([A-Z]{2})(\d{4})(\d{2})-?(\d{4,})$/.exec(text.trim().toUpperCase());
  if (!match) return null;
  const register = (Object.keys(NUMBERED) as NumberedRegister[]).find((r) => NUMBERED[r].prefix === match[1]);
  return register ? { register, month: `${match[2]}-${match[3]}`, n: Number(match[4]) } : null;
}

/** Check digit (Luhn, mod 10) over digits; catches every single wrong digit and most swapped neighbours. */
export function checkDigit(digits: string): number {
  let sum = 0;
  for (let i = 0; i < digits.length; i += 1) {
    const digit = Number(digits[digits.length - 1 - i]);
    const doubled = i % 2 === 0 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return (10 - (sum % 10)) % 10;
}

/** The 12-digit scan code `RR YYMM NNNNN C` (desk-practice.md §2.0): even length suits Code 128-C. n < 100 000. */
export function scanCodeOf(register: NumberedRegister, month: string, n: number): string {
  const body = `${NUMBERED[register].code}${month.slice(2, 4)}${month.slice(5, 7)}${String(n % 100_000).padStart(5, '0')}`;
  return body + checkDigit(body);
}

/** Reads a scan code back; null when the length, the register or the check digit is wrong. */
export function readScanCode(text: string): { register: NumberedRegister; month: string; n: number } | null {
  if (!/^\d{12}$/.test(text) || checkDigit(text.slice(0, 11)) !== Number(text[11])) return null;
  const register = (Object.keys(NUMBERED) as NumberedRegister[]).find(
    (r) => NUMBERED[r].code === text.slice(0, 2),
  );
  if (!register) return null;
  return { register, month: `20${text.slice(2, 4)}-${text.slice(4, 6)}`, n: Number(text.slice(6, 11)) };
}
