import { createContext, type ReactNode, useContext } from 'react';
import type { Actor } from '../../shared/registers/session';
import { holds, type Permit } from '../../shared/roles';

/** Who is on, for pieces that ask: what may this person do, whose widths are these, who cannot be the second person. */
const ActorContext = createContext<Actor | null>(null);

interface ActorProviderProps {
  /** The person main says is on. */
  actor: Actor;
  children: ReactNode;
}
export function ActorProvider({ actor, children }: ActorProviderProps) {
  return <ActorContext.Provider value={actor}>{children}</ActorContext.Provider>;
}

/** The person who is on. Only inside the signed-in part of the app. */
export function useActor(): Actor {
  const actor = useContext(ActorContext);
  if (!actor) throw new Error('nobody is on');
  return actor;
}

/** Whether a button should be offered at all; the door decides for itself in any case. */
export function usePermit(permit: Permit): boolean {
  const actor = useContext(ActorContext);
  return actor !== null && holds(actor.roles, permit);
}
