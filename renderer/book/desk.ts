import type { Output } from '../../shared/api';
import type { Actor } from '../../shared/registers/session';
import { holds, type Permit } from '../../shared/roles';
import { useOp } from '../queries';
import { useActor } from '../ui/actor';

/** What every screen of the two books needs to know of the office and of the person who is on. */
export interface Desk {
  actor: Actor;
  settings: Output<'office.settings'>;
  /** The person who is on holds this permit. The door decides; this only spares buttons that would be refused. */
  may: (permit: Permit) => boolean;
}

/** Null until the office's settings are known (a moment after sign-in). */
export function useDesk(): Desk | null {
  const actor = useActor();
  const settings = useOp('office.settings', {}).data;
  if (!settings) return null;
  return { actor, settings, may: (permit) => holds(actor.roles, permit) };
}
