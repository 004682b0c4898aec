import type { Retained } from '../entries/retained';
import { contactRetention } from './contacts/retention';
import { handoverRetention } from './handovers/retention';
import { mailRetention } from './mail/retention';

/** Books whose personal values go after a period (domain.md §6.3): LIST of the rooms, one line each. */
export const RETAINING: readonly Retained[] = [handoverRetention, mailRetention, contactRetention];
