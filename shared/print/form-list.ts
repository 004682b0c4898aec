/**
 * Every form this version prints and the register in whose journal its prints are noted. Pure data: screens, the command
 * line and the rules of free edits (electron/entries/freeze.ts) read it without knowing any handler.
 * F-numbers are those of domain.md §3; `label` is the 60×40 mm bag label, `notice` the 招领启事.
 */
export const FORMS = {
  F01: 'foundItems',
  F02: 'foundItems',
  F03: 'foundItems',
  F04: 'foundItems',
  label: 'foundItems',
  notice: 'foundItems',
  F05: 'keys',
  keyLabel: 'keys',
  sealStrip: 'keys',
  F07: 'keyTransfers',
  F08: 'keyMandates',
  F15: 'keyChecks',
  F19: 'handovers',
  F20: 'dutyLogs',
  F20b: 'dutyLogs',
  F21: 'stewardDiaries',
  F96: 'meetings',
  F26: 'goodsReleases',
  F27: 'goodsReleases',
  F33: 'notices',
  F34: 'notices',
  noticeSheet: 'notices',
  F36: 'broadcasts',
  F37: 'broadcasts',
  F40: 'accessCards',
  cardLabel: 'accessCards',
  F22: 'mailItems',
  F23: 'mailItems',
  mailReceipt: 'mailItems',
  shelfLabel: 'mailItems',
  F18: 'contactLogs',
  F24: 'custodyItems',
  custodyTag: 'custodyItems',
  F25: 'toolLoans',
  toolLabel: 'tools',
  moveList: 'moveNotices',
  F91: 'rosters',
  coverList: 'postCovers',
  F28: 'officeJobs',
  F29: 'roomBookings',
  F30: 'roomBookings',
  customBook: 'customEntries',
  F09: 'keyLoans',
  F10: 'keyLoans',
  F11: 'keyUnseals',
  F12: 'keyLoans',
  F13: 'keyCopies',
  F14: 'keyIncidents',
  F16: 'visits',
  F17: 'visits',
  evacuation: 'visits',
  passLabel: 'visitorPasses',
  disclosureList: 'disclosures',
  F41: 'units',
  unitLabel: 'units',
  F42: 'parties',
  F48: 'units',
  monthBinding: 'monthBindings',
} as const;
export type FormNumber = keyof typeof FORMS;
export const FORM_NUMBERS = Object.keys(FORMS) as readonly FormNumber[];

/** Forms whose prints stand in a register's journal, in the order of the list. */
export const formsOf = (register: string): FormNumber[] =>
  FORM_NUMBERS.filter((form) => FORMS[form] === register);

/** Entry id under which the journal notes that a month of a book was printed (register of the book, kind PRINT). `own`: one of the
 * office's own books, which share a form. */
export const bookId = (form: FormNumber, month: string, own?: string | null): string =>
  own ? `${form}/${own}/${month}` : `${form}/${month}`;
