import { Refusal } from '../../../shared/result';
import { assertTime, done } from '../../entries/load';
import type { HandlersFor } from '../handlers';
import { playsOf } from './lines';
import { assertOnAir, broadcastOf } from './load';

/** Plays of a broadcast: each with its own time and announcer, never made up from a count (S28). */

type Ops = HandlersFor<'broadcasts'>;

export const play: Ops['play'] = async ({ id, version, at }, ctx) => {
  const row = await broadcastOf(ctx.db, id, version);
  assertOnAir(row);
  assertTime('at', at, row.approvedAt, ctx.now);
  const plays = await playsOf(ctx.db, id);
  ctx.journal.create('broadcastPlays', {
    id: ctx.newId(),
    broadcastId: id,
    lineNo: plays.length + 1,
    playedAt: at,
    announcerName: ctx.actor.name,
    struckReason: null,
    struckByName: null,
  });
  return done(ctx.journal.change('broadcasts', row, { played: row.played + 1 }, { kind: 'CHANGE' }));
};

export const strikePlay: Ops['strikePlay'] = async ({ id, version, playId, reason }, ctx) => {
  const row = await broadcastOf(ctx.db, id, version);
  assertOnAir(row);
  const one = (await playsOf(ctx.db, id)).find((each) => each.id === playId);
  if (!one) throw new Refusal('notFound');
  if (one.struckReason !== null) throw new Refusal('broadcasts.alreadyStruck');
  const struck = { struckReason: reason, struckByName: ctx.actor.name };
  ctx.journal.change('broadcastPlays', one, struck, { kind: 'VOID' });
  return done(ctx.journal.change('broadcasts', row, { played: row.played - 1 }, { kind: 'CHANGE' }));
};
