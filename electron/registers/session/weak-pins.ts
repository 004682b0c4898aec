/** PINs that are guessed first (trust.md D2): runs, repeats, dates, keypad patterns and the most used ones. */

/** The most used six-digit PINs and keypad walks, beyond what the rules below catch. */
const COMMON = new Set(
  `520520 521521 131452 521314 1314520 5201314 520131 147258 147852 159357 159753 258369 258456 357159 369258 456852 741852
  753951 789456 852456 951753 963852 987412 963741 321654 456123 456789 654789 789123 147369 159263 142536 135790 246810
  135246 102030 112233 223344 334455 445566 556677 667788 778899 332211 998877 110110 119119 120120 114114 168168 518518
  188188 588588 666888 888666 168888 666999 886688 668866 778877 100000 200000 300000 500000 600000 800000 900000 123321
  321123 123654 654123 456654 789987 147741 258852 369963 159951 753357 100200 100100 200200 123000 123456 112358 314159
  271828 141421 173205 161803 987987 789789 456456 369369 258258 147147 121314 131415 141516 101112 111213 202020 303030
  123789 321987 159874 147896 963258 741963 852963 159852 357951 456321 654987 124578 235689 134679 976431 102938 192837
  564738 918273 019283 010203 020304 030405 040506 050607 060708 070809 090807 080706 070605 060504 050403 040302 030201`
    .split(/\s+/)
    .filter(Boolean),
);

const digits = (pin: string): number[] => [...pin].map(Number);

/** 123456, 987654, 024680, 135791: one constant step between neighbours (mod 10). */
function isRun(pin: string): boolean {
  const d = digits(pin);
  const step = (d[1]! - d[0]! + 10) % 10;
  return d.every((digit, i) => i === 0 || (digit - d[i - 1]! + 10) % 10 === step);
}

/** 111111, 121212, 123123: a block of one to three digits said again and again, or at most two different digits. */
function isRepeat(pin: string): boolean {
  if (new Set(pin).size <= 2) return true;
  for (const size of [1, 2, 3, 4]) {
    const block = pin.slice(0, size);
    if (block.repeat(Math.ceil(pin.length / size)).slice(0, pin.length) === pin && pin.length >= size * 1.5)
      return true;
  }
  return false;
}

/** Birthdays and other dates: YYMMDD, DDMMYY, MMDDYY, YYYYMM, YYYYMMDD, DDMMYYYY, MMDDYYYY. */
function isDate(pin: string): boolean {
  const ok = (m: string, d: string) => Number(m) >= 1 && Number(m) <= 12 && Number(d) >= 1 && Number(d) <= 31;
  const year = (y: string) => Number(y) >= 1900 && Number(y) <= 2099;
  const p = (a: number, b: number) => pin.slice(a, b);
  if (pin.length === 6) {
    if (ok(p(2, 4), p(4, 6)) || ok(p(2, 4), p(0, 2)) || ok(p(0, 2), p(2, 4))) return true;
    return year(p(0, 4)) && Number(p(4, 6)) >= 1 && Number(p(4, 6)) <= 12;
  }
  if (pin.length === 8) {
    if (year(p(0, 4)) && ok(p(4, 6), p(6, 8))) return true;
    return year(p(4, 8)) && (ok(p(2, 4), p(0, 2)) || ok(p(0, 2), p(2, 4)));
  }
  return false;
}

/** Why a PIN is not taken: i18n code below `invalid.`, or null when it is fine. `staffNo` must not be the PIN either. */
export function pinProblem(pin: string, staffNo = ''): 'pin.short' | 'pin.digits' | 'pin.weak' | null {
  if (!/^\d*$/.test(pin)) return 'pin.digits';
  if (pin.length < 6) return 'pin.short';
  const own = staffNo.replace(/\D/g, '');
  if (COMMON.has(pin) || isRun(pin) || isRepeat(pin) || isDate(pin)) return 'pin.weak';
  return own.length >= 4 && pin.includes(own) ? 'pin.weak' : null;
}

/** Why a passphrase is not taken: at least 15 characters, any characters, not one character repeated (D2). */
export function passphraseProblem(passphrase: string): 'passphrase.short' | 'passphrase.weak' | null {
  const length = [...passphrase.normalize('NFKC')].length;
  if (length < 15) return 'passphrase.short';
  return new Set(passphrase).size < 5 ? 'passphrase.weak' : null;
}
