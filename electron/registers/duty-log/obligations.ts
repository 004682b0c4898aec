import { matters, type Obligations } from '../../entries/obligation';
import { lineBranches, logBranches } from './filter';

/** What the duty logs leave open (S14): lines without their result, messages nobody has read, days without a signature. */

const line = { register: 'dutyLines', table: 'duty_lines', since: 'happenedAt', owner: 'handler' } as const;
const log = { register: 'dutyLogs', table: 'duty_logs', since: 'fromAt', owner: 'messageByName' } as const;

export const dutyLogObligations: Obligations = {
  open: [
    matters({
      ...line,
      label: 'duty-log:need.dutyLines.open',
      branches: () => lineBranches('open'),
    }),
    matters({
      ...log,
      label: 'duty-log:need.dutyLogs.unread',
      branches: ({ now }) => logBranches('unread', now),
    }),
  ],
};
