import { DESK, type Role } from '../posts';

/** The business centre (S21, S22): which roles hold each permit (domain.md §4.2, §4.3). */
export const businessCentreGrants = {
  'officeJobs.read': [...DESK, 'deptManager', 'cashier', 'centerManager'],
  'officeJobs.record': DESK,
  /** Customer files are confidential (000): who may read the title of one. */
  'officeJobs.confidential': ['businessClerk', 'csSupervisor', 'deptManager'],
  'officeJobs.correct': [...DESK, 'deptManager'],
  'officeJobs.void': ['csSupervisor', 'deptManager'],
  'officeJobs.print': [...DESK, 'deptManager'],
  'officeJobs.export': ['csSupervisor', 'deptManager', 'centerManager'],
  'officeJobs.unmask': [...DESK, 'deptManager'],
  /** S22: the business clerk books and confirms, the assistant prepares. */
  'roomBookings.read': [...DESK, 'deptManager', 'csSteward', 'centerManager'],
  'roomBookings.book': [...DESK, 'deptManager'],
  'roomBookings.confirm': ['businessClerk', 'csSupervisor', 'deptManager'],
  'roomBookings.prepare': DESK,
  'roomBookings.correct': [...DESK, 'deptManager'],
  'roomBookings.void': ['csSupervisor', 'deptManager'],
  'roomBookings.print': [...DESK, 'deptManager'],
  'roomBookings.export': ['csSupervisor', 'deptManager', 'centerManager'],
  'roomBookings.unmask': [...DESK, 'deptManager'],
  'meetingRooms.manage': ['businessClerk', 'csSupervisor', 'deptManager'],
} satisfies Record<string, readonly Role[]>;
