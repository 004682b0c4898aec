import { addDays, dayOf, instantOf } from '../../../shared/dates';
import type { ReadDb } from '../../db/context';
import type { HandlersFor } from '../handlers';
import { settingsOf } from '../office/settings';
import { pinyinOf } from '../staff/names';
import { goodsOf, requestOf } from './load';

/**
 * What was written on earlier slips, best first: by how often, then the newest; the office's list of common goods fills the
 * rest. Any part of the name, or the beginning of its pinyin or initials (`sf` → 沙发).
 */

type Ops = HandlersFor<'releaseRequests'>;

/** Lines looked at: some months of a busy office, read from one index. */
const RECENT = 2000;
const SHOWN = 8;

interface Known {
  value: string;
  times: number;
  hint: string | null;
  spec: string | null;
  unit: string | null;
}

export const suggest: Ops['suggest'] = async ({ field, typed }, { db, now }) => {
  const known = field === 'goods' ? await knownGoods(db) : await knownCompanies(db, now);
  const wanted = typed?.toLowerCase() ?? '';
  return known
    .filter(({ value }) => fits(value, wanted))
    .sort((a, b) => b.times - a.times)
    .slice(0, SHOWN)
    .map(({ value, hint, spec, unit }) => ({ value, hint, spec, unit }));
};

function fits(value: string, wanted: string): boolean {
  if (wanted === '' || value.toLowerCase().includes(wanted)) return true;
  if (!/^[a-z]+$/.test(wanted)) return false;
  const { pinyin, initials } = pinyinOf(value);
  return pinyin.startsWith(wanted) || initials.startsWith(wanted);
}

/** Newest first, so the first of a name says what stood beside it last. */
async function knownGoods(db: ReadDb): Promise<Known[]> {
  const rows = await db
    .selectFrom('goods_lines')
    .select(['name', 'spec', 'unit'])
    .where('struck', '=', 0)
    .orderBy('id', 'desc')
    .limit(RECENT)
    .execute();
  const { release } = await settingsOf(db);
  const known = new Map<string, Known>();
  for (const { name, spec, unit } of rows) {
    const before = known.get(name);
    if (before) before.times += 1;
    else known.set(name, { value: name, times: 1, hint: spec ?? unit, spec, unit });
  }
  for (const { name, unit } of release.goods)
    if (!known.has(name)) known.set(name, { value: name, times: 0, hint: unit, spec: null, unit });
  return [...known.values()];
}

async function knownCompanies(db: ReadDb, now: string): Promise<Known[]> {
  const rows = await db
    .selectFrom('release_requests')
    .select((eb) => ['moverCompany', eb.fn.countAll<number>().as('times')])
    .where('moverCompany', 'is not', null)
    .where('recordedAt', '>=', instantOf(addDays(dayOf(now), -365)))
    .groupBy('moverCompany')
    .execute();
  return rows.map(({ moverCompany, times }) => ({
    value: moverCompany ?? '',
    times,
    hint: null,
    spec: null,
    unit: null,
  }));
}

/** The last slip of a unit; document and consent are taken anew each time. */
export const last: Ops['last'] = async ({ unitId, unitName }, { db }) => {
  if (!unitId && !unitName) return null;
  const found = await db
    .selectFrom('release_requests')
    .innerJoin('goods_releases', 'goods_releases.requestId', 'release_requests.id')
    .select(['release_requests.id', 'goods_releases.serialNo', 'goods_releases.recordedAt'])
    .where((eb) =>
      unitId
        ? eb('release_requests.unitId', '=', unitId)
        : eb('release_requests.unitName', '=', unitName ?? ''),
    )
    .where('goods_releases.state', '!=', 'voided')
    .orderBy('release_requests.recordedAt', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!found) return null;
  const request = await requestOf(db, found.id);
  const goods = (await goodsOf(db, [found.id])).get(found.id) ?? [];
  return {
    serialNo: found.serialNo,
    at: found.recordedAt,
    content: {
      ownerName: request.ownerName,
      handlerName: request.handlerName,
      handlerDocumentKind: request.handlerDocumentKind,
      relation: request.relation,
      bulky: request.bulky,
      route: request.route,
      plate: request.plate,
      moverCompany: request.moverCompany,
    },
    goods: goods.map(({ name, spec, quantity, unit, remark }) => ({ name, spec, quantity, unit, remark })),
  };
};
