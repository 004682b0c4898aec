import { attachmentHandlers } from './attachments/handlers';
import { exportHandlers } from './exports/handlers';
import { foundItemHandlers } from './found-items/handlers';
import { lostReportHandlers } from './found-items/lost-reports';
import type { Handlers } from './handlers';
import { journalHandlers } from './journal/handlers';
import { keyHandlers } from './keys/handlers';
import { officeHandlers } from './office/handlers';
import { printHandlers } from './prints/handlers';
import { searchHandlers } from './search/handlers';
import { sessionHandlers } from './session/handlers';
import { staffHandlers } from './staff/handlers';
import { unitHandlers } from './units/handlers';
import { partyHandlers } from './units/party-handlers';

/** LIST 2: the handlers of every operation. A missing one does not compile. */
export const handlers: Handlers = {
  session: sessionHandlers,
  office: officeHandlers,
  staff: staffHandlers,
  foundItems: foundItemHandlers,
  lostReports: lostReportHandlers,
  keys: keyHandlers,
  units: unitHandlers,
  parties: partyHandlers,
  attachments: attachmentHandlers,
  search: searchHandlers,
  journal: journalHandlers,
  prints: printHandlers,
  exports: exportHandlers,
};
