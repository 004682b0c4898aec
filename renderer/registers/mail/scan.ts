import { lazy } from 'react';
import type { ScanAct } from '../scan-act';

/** A scanned parcel, by our label or its carrier's number: the card says what else waits for the unit, Enter collects it all. */
export const mailScan: ScanAct = {
  Body: lazy(() => import('./WaitingBody')),
};
