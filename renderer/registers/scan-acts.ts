import { toolScan } from './custody/scan';
import { goodsReleaseScan } from './goods-releases/scan';
import { keyScan } from './keys/desk/scan';
import { mailScan } from './mail/scan';
import type { ScanAct } from './scan-act';
import { visitorPassScan, visitScan } from './visits/scan';

/**
 * What a scan does beyond the plain card, by register (see scan-act.ts). One line per register that wants more:
 * `keys: keyScan,` with `keyScan` from `./keys/scan`.
 */
export const scanActs: Readonly<Record<string, ScanAct | undefined>> = {
  goodsReleases: goodsReleaseScan,
  visits: visitScan,
  visitorPasses: visitorPassScan,
  keys: keyScan,
  mailItems: mailScan,
  tools: toolScan,
};
