import { expressionBuilder } from 'kysely';
import type { SlipNeed } from '../../../shared/registers/goods-releases';
import type { ReadDb } from '../../db/context';
import type { Tables } from '../../db/tables';
import { rowsOf } from '../../entries/months';
import { matters, type Obligations } from '../../entries/obligation';
import type { Brief } from '../search/brief';
import { branchesOf } from './filter';

/** What releases leave open (S19): applications to be approved, slips on their way, gate parts that did not come back. */

const slips = (need: SlipNeed, late?: 'always') =>
  matters({
    register: 'goodsReleases',
    table: 'goods_releases',
    since: 'recordedAt',
    owner: 'recorderName',
    due: 'validTo',
    ...(late ? { late } : {}),
    label: `goods-releases:need.goodsReleases.${need}`,
    branches: ({ settings, now }) => branchesOf({ need }, settings, now),
  });

export const goodsReleaseObligations: Obligations = {
  open: [
    matters({
      register: 'releaseRequests',
      table: 'release_requests',
      label: 'goods-releases:need.goodsReleases.approve',
      since: 'recordedAt',
      owner: 'recorderName',
      branches: () => [[expressionBuilder<Tables, 'release_requests'>()('state', '=', 'pending')]],
      briefs: requestBriefs,
    }),
    slips('mismatch', 'always'),
    slips('atGate'),
    slips('out'),
    slips('expired', 'always'),
    slips('slips', 'always'),
  ],
};

/** Applications bear no number yet: the place and the goods say which one it is. */
async function requestBriefs(db: ReadDb, ids: readonly string[]): Promise<Brief[]> {
  const rows = await rowsOf(db, 'release_requests', ids);
  return rows.map((row) => ({
    entryId: row.id,
    serialNo: '',
    title: [row.unitName, row.ownerName].filter(Boolean).join(' '),
    detail: [row.summary, row.handlerName].filter(Boolean).join(' · '),
    state: row.state,
    at: row.recordedAt,
    next: null,
  }));
}
