import { hasWords, i18n } from '../../i18n';
import { homes } from '../../registers/homes';

type Say = (key: string) => string;

/** Name of a register's book; its code where nobody gave it a name. */
export const registerName = (register: string, t: Say): string =>
  hasWords(`scan:register.${register}`) ? t(`scan:register.${register}`) : register;

/** Name of an act: the word of the room the entry belongs to. */
export function labelOf(register: string, op: string): string {
  const key = homes[register]?.op(op) ?? op;
  return hasWords(key) ? i18n.t(key) : op;
}
