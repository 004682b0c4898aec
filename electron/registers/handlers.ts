import type { Api, Namespace } from '../../shared/api';
import type { Command, OutputOf, ParsedOf, Query, Task } from '../../shared/op';
import type { Actor } from '../../shared/registers/session';
import type { CommandContext, QueryContext } from '../db/context';
import type { Caller, Door } from '../door';
import type { Host } from '../host';

/** Types of the handlers behind every operation: declare an operation without one and `tsc` names the place. */

export interface TaskContext {
  actor: Actor | null;
  now: string;
  door: Door;
  host: Host;
  caller: Caller;
}

type MaybePromise<T> = T | Promise<T>;
type HandlerOf<O> = O extends Query
  ? (input: ParsedOf<O>, ctx: QueryContext & { door: Door }) => MaybePromise<OutputOf<O>>
  : O extends Command
    ? (input: ParsedOf<O>, ctx: CommandContext) => MaybePromise<OutputOf<O>>
    : O extends Task
      ? (input: ParsedOf<O>, ctx: TaskContext) => MaybePromise<OutputOf<O>>
      : never;

/** The handlers of one namespace. */
export type HandlersFor<N extends Namespace> = { readonly [K in keyof Api[N]]: HandlerOf<Api[N][K]> };
/** LIST 2's type: every namespace, every operation. */
export type Handlers = { readonly [N in Namespace]: HandlersFor<N> };
