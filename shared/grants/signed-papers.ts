import { DESK, type Role } from '../posts';

/** Signed paper (desk-practice.md §3.6): the desk files and puts right what it filed wrongly, the supervisor gives up. */
export const signedPapersGrants = {
  'signedPapers.read': [...DESK, 'deptManager', 'centerManager'],
  'signedPapers.file': DESK,
  'signedPapers.unfile': [...DESK, 'deptManager'],
  'signedPapers.giveUp': ['csSupervisor', 'deptManager'],
} satisfies Record<string, readonly Role[]>;
