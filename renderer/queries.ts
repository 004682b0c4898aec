import {
  type InfiniteData,
  keepPreviousData,
  QueryClient,
  type UseInfiniteQueryResult,
  type UseQueryResult,
  useInfiniteQuery,
  useQuery,
} from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { HostEvent, Input, Namespace, OpName, Output } from '../shared/api';
import type { OpError, Result } from '../shared/result';
import { call, onHostEvent } from './client';

/** Reading and changing through the door, with what is on screen kept fresh by main's `changed` events. */

/** A query's refusal as React Query carries it; `error` is the data that crossed the bridge. */
export class OpFailed extends Error {
  readonly error: OpError;
  constructor(error: OpError) {
    super(error.kind === 'refused' ? error.reason : error.kind);
    this.error = error;
  }
}

async function ask<N extends OpName>(name: N, input: Input<N>): Promise<Output<N>> {
  const result = await call(name, input);
  if (!result.ok) throw new OpFailed(result.error);
  return result.data;
}

/** One cache per window. The app is offline by design, so the network state must never pause a query. */
export const makeQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        retry: false,
        staleTime: 30_000,
        gcTime: 300_000,
        refetchOnWindowFocus: true,
      },
    },
  });

interface OpOptions {
  /** False: do not ask yet. */
  enabled?: boolean;
  /** Keep showing the last answer while a changed input is being asked (search, filters). */
  keep?: boolean;
}

/** Asks a query of the contract and keeps the answer fresh. */
export function useOp<N extends OpName>(
  name: N,
  input: Input<N>,
  options: OpOptions = {},
): UseQueryResult<Output<N>, OpFailed> {
  return useQuery<Output<N>, OpFailed>({
    queryKey: [name, input],
    queryFn: () => ask(name, input),
    enabled: options.enabled ?? true,
    ...(options.keep ? { placeholderData: keepPreviousData } : {}),
  });
}

/** True while what is on hand is no answer to what was asked last: nothing yet, or the one before (`keep`). */
export const isAsking = (asked: UseQueryResult<unknown, OpFailed>): boolean =>
  asked.isFetching && (asked.isPlaceholderData || asked.data === undefined);

/** Queries that answer keyset pages (`pageOf` of shared/registers/shapes.ts). */
type PagedName = {
  [N in OpName]: Output<N> extends { rows: unknown[]; next: string | null; more: boolean } ? N : never;
}[OpName];
type Paged<N extends PagedName> = Output<N>;

/** Keyset pages of a list: the table asks for the next when its end comes near. */
export function useOpPages<N extends PagedName>(
  name: N,
  input: Omit<Input<N>, 'after'>,
): UseInfiniteQueryResult<InfiniteData<Paged<N>, string | null>, OpFailed> {
  return useInfiniteQuery<
    Paged<N>,
    OpFailed,
    InfiniteData<Paged<N>, string | null>,
    unknown[],
    string | null
  >({
    queryKey: [name, input, 'pages'],
    queryFn: ({ pageParam }) => ask(name, { ...input, after: pageParam } as Input<N>),
    initialPageParam: null,
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
  });
}

export interface Command<N extends OpName> {
  /** Sends it; the answer is also kept in `error` for the form. A second call while one runs is ignored as `null`. */
  run: (input: Input<N>) => Promise<Result<Output<N>> | null>;
  busy: boolean;
  error: OpError | null;
  /** Takes the shown problem away, e.g. when the clerk types on. */
  clear: () => void;
}

type Committed = (op: OpName, data: unknown) => void;
const committed = new Set<Committed>();
/** Tells of every command that was committed from a form, until the answered function is called. */
export function onCommitted(listener: Committed): () => void {
  committed.add(listener);
  return () => {
    committed.delete(listener);
  };
}

/** A command or task of the contract. Nothing optimistic: the screen changes when main says it is committed. */
export function useCommand<N extends OpName>(name: N): Command<N> {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<OpError | null>(null);
  const running = useRef(false);
  const run = useCallback(
    async (input: Input<N>) => {
      if (running.current) return null;
      running.current = true;
      setBusy(true);
      setError(null);
      const result = await call(name, input);
      running.current = false;
      setBusy(false);
      if (result.ok) for (const tell of committed) tell(name, result.data);
      else setError(result.error);
      return result;
    },
    [name],
  );
  const clear = useCallback(() => setError(null), []);
  return { run, busy, error, clear };
}

/** Every change may show in the omni-box, on a paper, in the journal, among what is due today, on the sheet of the shift and in its log. */
const EVERYWHERE: readonly Namespace[] = [
  'search',
  'prints',
  'journal',
  'today',
  'handovers',
  'dutyLogs',
  'stewardDiaries',
];
/** Which further namespaces show what a register's lines say, e.g. those of its child rows. One line per register. */
const SHOWN_BY: Record<string, readonly Namespace[]> = {
  visits: ['visitorPasses', 'units'],
  visitPassages: ['visits'],
  visitorPasses: ['visits'],
  foundItems: ['lostReports'],
  keys: ['keyMandates', 'keyChecks', 'keyTransfers', 'keyLoans', 'units'],
  cabinets: ['keys', 'keyChecks'],
  keyMandates: ['keys', 'units'],
  keyCheckLines: ['keyChecks'],
  keyTransferLines: ['keyTransfers'],
  lostReports: ['foundItems'],
  attachments: ['foundItems'],
  staff: ['session', 'rosters'],
  settings: [
    'office',
    'session',
    'foundItems',
    'units',
    'keys',
    'keyMandates',
    'visits',
    'mailItems',
    'rosters',
    'dutyLogs',
    'backups',
  ],
  office: ['session', 'foundItems'],
  units: ['parties'],
  parties: ['units'],
  occupancies: ['units', 'parties', 'accessCards'],
  unitDocuments: ['units'],
  areas: ['units'],
  parkingSpaces: ['units', 'parties'],
  partyMembers: ['units', 'parties'],
  keyLoans: ['keys', 'units', 'keyIncidents'],
  keyChases: ['keyLoans'],
  keyUnseals: ['keys'],
  keyUnsealGoods: ['keyUnseals'],
  keyIncidents: ['keys', 'keyLoans'],
  releaseRequests: ['goodsReleases'],
  goodsReleases: ['releaseRequests'],
  accessCards: ['units'],
  instructionAcks: ['instructions'],
  mailItems: ['units'],
  contactLogs: ['units'],
  noticeReceipts: ['notices'],
  broadcastPlays: ['broadcasts'],
  custodyItems: ['units'],
  tools: ['toolLoans'],
  toolLoans: ['tools', 'units'],
  moveNotices: ['units'],
  customBooks: ['customEntries'],
  customEntries: ['customBooks'],
  rosterCells: ['rosters'],
  dutyLogs: ['dutyLines'],
  meetings: ['resolutions'],
  resolutions: ['meetings'],
  officeJobs: ['units'],
  meetingRooms: ['roomBookings'],
  roomBookings: ['units'],
  bindingSupplements: ['monthBindings'],
  goodsLines: ['goodsReleases', 'releaseRequests'],
  vehicles: ['units', 'parties'],
};

/** Refetches what the event made old. Queries that nobody looks at are only marked. */
export function refresh(queries: QueryClient, event: HostEvent): void {
  if (event.type === 'session')
    void queries.invalidateQueries({ predicate: (q) => namespaceOf(q.queryKey) === 'session' });
  if (event.type !== 'changed') return;
  const stale = new Set<string>([
    ...EVERYWHERE,
    ...event.registers.flatMap((register) => [register, ...(SHOWN_BY[register] ?? [])]),
  ]);
  void queries.invalidateQueries({ predicate: (q) => stale.has(namespaceOf(q.queryKey)) });
}

const namespaceOf = (key: readonly unknown[]): string => String(key[0]).split('.')[0] ?? '';

/** Listens to one type of main's events while the component is mounted. */
export function useHostEvent<T extends HostEvent['type']>(
  type: T,
  listener: (event: Extract<HostEvent, { type: T }>) => void,
): void {
  const latest = useRef(listener);
  latest.current = listener;
  useEffect(
    () =>
      onHostEvent((event) => {
        if (event.type === type) latest.current(event as Extract<HostEvent, { type: T }>);
      }),
    [type],
  );
}
