import type { InputOf, Op, OutputOf } from './op';
import { accessCards } from './registers/access-cards';
import { attachments } from './registers/attachments';
import { backups } from './registers/backups';
import { broadcasts } from './registers/broadcasts';
import { contactLogs } from './registers/contact-logs';
import { custodyItems } from './registers/custody-items';
import { customBooks } from './registers/custom-books';
import { customEntries } from './registers/custom-entries';
import { disclosures } from './registers/disclosures';
import { dutyLines } from './registers/duty-lines';
import { dutyLogs } from './registers/duty-logs';
import { exportsApi } from './registers/exports';
import { foundItems } from './registers/found-items';
import { goodsReleases } from './registers/goods-releases';
import { handovers } from './registers/handovers';
import { imports } from './registers/imports';
import { instructions } from './registers/instructions';
import { journal } from './registers/journal';
import { keyChecks } from './registers/key-checks';
import { keyCopies } from './registers/key-copies';
import { keyIncidents } from './registers/key-incidents';
import { keyLoans } from './registers/key-loans';
import { keyMandates } from './registers/key-mandates';
import { keyTransfers } from './registers/key-transfers';
import { keyUnseals } from './registers/key-unseals';
import { keys } from './registers/keys';
import { lostReports } from './registers/lost-reports';
import { mailItems } from './registers/mail-items';
import { meetings } from './registers/meetings';
import { monthBindings } from './registers/month-bindings';
import { moveNotices } from './registers/move-notices';
import { notices } from './registers/notices';
import { office } from './registers/office';
import { officeJobs } from './registers/office-jobs';
import { parties } from './registers/parties';
import { postCovers } from './registers/post-covers';
import { prints } from './registers/prints';
import { releaseRequests } from './registers/release-requests';
import { resolutions } from './registers/resolutions';
import { retention } from './registers/retention';
import { meetingRooms, roomBookings } from './registers/room-bookings';
import { rosters } from './registers/rosters';
import { search } from './registers/search';
import { session } from './registers/session';
import { shiftSwaps } from './registers/shift-swaps';
import { signedPapers } from './registers/signed-papers';
import { staff } from './registers/staff';
import { stewardDiaries } from './registers/steward-diaries';
import { today } from './registers/today';
import { toolLoans } from './registers/tool-loans';
import { tools } from './registers/tools';
import { units } from './registers/units';
import { visitorPasses } from './registers/visitor-passes';
import { visits } from './registers/visits';
import type { Result } from './result';

/** LIST 1: every operation of the product. A name that is not here does not exist for the door. */
export const api = {
  session,
  office,
  staff,
  foundItems,
  lostReports,
  keys,
  keyMandates,
  keyChecks,
  keyTransfers,
  units,
  parties,
  retention,
  releaseRequests,
  goodsReleases,
  visits,
  visitorPasses,
  disclosures,
  keyLoans,
  keyUnseals,
  keyCopies,
  keyIncidents,
  accessCards,
  mailItems,
  today,
  backups,
  signedPapers,
  contactLogs,
  custodyItems,
  tools,
  toolLoans,
  monthBindings,
  moveNotices,
  broadcasts,
  notices,
  officeJobs,
  meetingRooms,
  roomBookings,
  customBooks,
  customEntries,
  handovers,
  instructions,
  dutyLogs,
  dutyLines,
  stewardDiaries,
  meetings,
  resolutions,
  rosters,
  shiftSwaps,
  postCovers,
  attachments,
  search,
  journal,
  prints,
  imports,
  exports: exportsApi,
} as const;

export type Api = typeof api;
export type Namespace = keyof Api;
/** `foundItems.register`, … */
export type OpName = { [N in Namespace]: `${N}.${Extract<keyof Api[N], string>}` }[Namespace];
/** The declaration behind a name. */
export type OpOf<Name extends OpName> = Name extends `${infer N}.${infer K}`
  ? N extends Namespace
    ? K extends keyof Api[N]
      ? Api[N][K] extends Op
        ? Api[N][K]
        : never
      : never
    : never
  : never;
export type Input<Name extends OpName> = InputOf<OpOf<Name>>;
export type Output<Name extends OpName> = OutputOf<OpOf<Name>>;

type CallOf<O> = O extends Op ? (input: InputOf<O>) => Promise<Result<OutputOf<O>>> : never;
/** The whole contract as functions: what the renderer's client and the tests' client look like. */
export type Client = { readonly [N in Namespace]: { readonly [K in keyof Api[N]]: CallOf<Api[N][K]> } };

/** Own-property look-up: `constructor`, `__proto__` and friends are no operations. */
export function opOf(name: string): Op | null {
  const dot = name.indexOf('.');
  const namespace = name.slice(0, dot);
  const key = name.slice(dot + 1);
  if (dot < 1 || !Object.hasOwn(api, namespace)) return null;
  const ops = api[namespace as Namespace] as Record<string, Op>;
  return Object.hasOwn(ops, key) ? (ops[key] ?? null) : null;
}

/** What main tells every window without being asked. The preload's one subscription carries these. */
export type HostEvent =
  | { type: 'changed'; registers: string[] }
  /** Main leads to a list: a notification was clicked. */
  | { type: 'open'; register: string; need: string }
  | { type: 'session' }
  | { type: 'progress'; job: string; done: number; total: number; label: string }
  | { type: 'command'; command: 'verify' | 'settings' | 'help' | 'lock' | 'shortcuts' | 'print' | 'scanner' };

/** What the preload puts on `window.deskbook`: one function, one subscription, nothing else ever. */
export interface Bridge {
  op: (name: string, input: unknown) => Promise<Result<unknown>>;
  /** Subscribes to main's events; the answer unsubscribes. */
  on: (listener: (event: HostEvent) => void) => () => void;
}
