import type { KeyCategory } from './keys.row';

/**
 * Who may have which key, and what must be shown for it (domain.md S05, S06): the strictest rules of the product, pure, so
 * that the form asks at once what the operation will refuse without.
 */

/** Who comes for a key: 业主本人, 代理人, 帮工/家属, 施工单位联系人, 入户维修施工人员, 保洁, 本单位员工, 外来人员. */
export const BORROWER_CLASSES = [
  'owner',
  'agent',
  'helper',
  'contractor',
  'worker',
  'cleaner',
  'staff',
  'outsider',
] as const;
export type BorrowerClass = (typeof BORROWER_CLASSES)[number];

/**
 * What a class must show: `confirmer` a steward or supervisor knows the owner; `ownerAsked` who of the owner was asked, when
 * and how; `escort` a named engineering employee goes along; `repairSlip` 入户维修单 and `permit` 施工许可证 numbers;
 * `identity` how the identity was checked; `custodian` the key custodian confirms.
 */
export const REQUIREMENTS = [
  'confirmer',
  'ownerAsked',
  'escort',
  'repairSlip',
  'permit',
  'identity',
  'custodian',
] as const;
export type Requirement = (typeof REQUIREMENTS)[number];

/** Why a class may not have a key at all; the sentence stands under `refused.keyLoans.<name>`. */
export const BARS = [
  'ownKeysOnly',
  'unitKeysOnly',
  'outsiderUnitKey',
  'cleanerOfficeOnly',
  'cleanerOutOfHours',
  'storeroomOutOfHours',
] as const;
export type Bar = (typeof BARS)[number];

/** What of a key decides: its category, whether somebody lives or works behind the door, and the office's clock. */
export interface KeyFacts {
  category: KeyCategory;
  /** The unit behind the door is occupied. Entrusted keys always are: the owner lent them. */
  occupied: boolean;
  inOfficeHours: boolean;
}

export interface IssueRule {
  bar: Bar | null;
  requirements: readonly Requirement[];
}

/** Keys of units: whoever is not of the office needs the owner's word for them. */
const isUnitKey = (category: KeyCategory): boolean => category === 'entrusted' || category === 'vacant';

const barred = (bar: Bar): IssueRule => ({ bar, requirements: [] });
const asks = (...requirements: Requirement[]): IssueRule => ({ bar: null, requirements });

/** What S05 and S06 say about one class and one key. */
export function ruleFor(borrower: BorrowerClass, key: KeyFacts): IssueRule {
  // S06: out of hours a storeroom opens only with the duty supervisor on the spot (F11), whoever asks.
  if (key.category === 'storeroom' && !key.inOfficeHours) return barred('storeroomOutOfHours');
  const unitKey = isUnitKey(key.category);
  switch (borrower) {
    case 'owner':
      return unitKey ? asks('confirmer') : barred('ownKeysOnly');
    case 'agent':
    case 'helper':
      return unitKey ? asks('ownerAsked') : barred('unitKeysOnly');
    case 'contractor':
      return unitKey ? asks('ownerAsked') : asks('custodian', 'identity');
    case 'worker':
      if (unitKey && (key.occupied || key.category === 'entrusted'))
        return asks('escort', 'repairSlip', 'permit');
      return asks('custodian', 'identity');
    case 'cleaner':
      if (key.category !== 'office') return barred('cleanerOfficeOnly');
      return key.inOfficeHours ? asks('identity') : barred('cleanerOutOfHours');
    case 'staff':
      // Nobody of the office enters an owner's door on their own word (§4.3: confirmation recorded for entrusted keys).
      return key.category === 'entrusted' ? asks('confirmer') : asks();
    case 'outsider':
      return unitKey ? barred('outsiderUnitKey') : asks('custodian', 'identity');
  }
}

/** The rules of several keys issued in one act: the first bar, and everything any of them asks. */
export function rulesFor(borrower: BorrowerClass, keys: readonly KeyFacts[]): IssueRule {
  const rules = keys.map((key) => ruleFor(borrower, key));
  const asked = new Set(rules.flatMap((rule) => rule.requirements));
  return {
    bar: rules.find((rule) => rule.bar)?.bar ?? null,
    requirements: REQUIREMENTS.filter((requirement) => asked.has(requirement)),
  };
}

/** Who stands at the desk, as far as an owner's words can name them. */
export interface Comer {
  name: string;
  /** Department or company as written down. */
  org: string | null;
  /** What their post is called, for people of the office. */
  titles: readonly string[];
}

/** 管家、工程维修人员（须两人在场）: the persons or posts named, without what is said about them. */
const namedIn = (allowed: string): string[] =>
  allowed
    .replace(/[（(][^）)]*[）)]/g, '')
    .split(/[、，,;；/\s]+|以及|或|和|及|与/)
    .filter((word) => word.length > 1);

/** Two characters at the beginning in common, 工程维修人员 and 工程部, or one within the other. */
const meansPost = (word: string, post: string): boolean =>
  post.length > 1 && (word.slice(0, 2) === post.slice(0, 2) || word.includes(post) || post.includes(word));

/** True when the owner's mandate names this person, or the post or department they come from. */
export const namesComer = (allowed: string, { name, org, titles }: Comer): boolean =>
  namedIn(allowed).some(
    (word) => word.includes(name) || [org, ...titles].some((post) => post !== null && meansPost(word, post)),
  );

/**
 * S04, F08: whoever the mandate does not name gets the keys only after the owner was asked, whatever their class. Owners
 * themselves are confirmed, and a mandate that names nobody leaves it to the class.
 */
export const mustAskOwner = (borrower: BorrowerClass, allowed: string | null, comer: Comer): boolean =>
  borrower !== 'owner' && allowed !== null && !namesComer(allowed, comer);

/** True while the office is open: `from` ≤ wall clock < `to`, both `HH:mm`. */
export const inHours = (time: string, hours: { from: string; to: string }): boolean =>
  hours.from <= time && time < hours.to;
