/** The custodian's acts are offered to whoever keeps keys; the door decides (domain.md §4.3). */
export const mayKeep = (actor: { roles: readonly string[]; capacities: readonly string[] }): boolean =>
  actor.capacities.includes('keyCustodian') || actor.roles.includes('csSupervisor');
