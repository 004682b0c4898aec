import { createContext, useContext } from 'react';

/** What a workspace is asked to show: an entry (with the act to begin), or a list of what needs doing. */
export interface OpenRequest {
  /** Register of the entry or list, e.g. `foundItems`. */
  register: string;
  /** The entry to open; null shows the list. */
  entryId: string | null;
  /** Operation whose dialog opens with the entry, e.g. `foundItems.notifyPartyA`. */
  action: string | null;
  /** Filter of the list, named like the register's counts, e.g. `disposal`. */
  need: string | null;
  /** Text the list is searched by, e.g. the number of a unit; left out: none. */
  search?: string;
  /** Rises with every request, so asking for the same entry again works. */
  turn: number;
}

/** What LIST 3 gives every workspace component. */
export interface WorkspaceProps {
  /** The latest request; null until there was one. Default export of `FoundItemsTab` and all others takes it. */
  open: OpenRequest | null;
}

export type Ask = Partial<Omit<OpenRequest, 'register' | 'turn'>> & {
  register: string;
  /** The act begins at once, as if its button were pressed: it was chosen already (scanner's card). */
  begin?: boolean;
};
/** Shows an entry or a list from anywhere: `open({ register: 'foundItems', entryId })`. */
export const OpenContext = createContext<(ask: Ask) => void>(() => undefined);
export const useOpen = (): ((ask: Ask) => void) => useContext(OpenContext);

/** The act that was chosen already and begins when its entry is drawn; the next request forgets it. */
let chosen: string | null = null;
export const chooseAct = (op: string | null): void => {
  chosen = op;
};
/** True once for the act that was chosen: its page begins it. */
export function takeChosen(op: string): boolean {
  if (chosen !== op) return false;
  chosen = null;
  return true;
}
