import { timeOf } from '../../../shared/dates';
import { client } from '../../client';
import { nowIso } from '../../ui/fields/TimeField';
import type { InstantAnswer, ScanAct, ScanTools } from '../scan-act';

/** Slips and cards of visitors: whoever hands one back leaves by the scan alone (desk-practice.md §4: ≤ 2 s). */

/** The slip of a visitor who is in: leaves. Out for a while: comes back. Everything else asks on the card. */
export const visitScan: ScanAct = {
  async instant(entry, tools) {
    if (entry.state === 'in' && entry.acts.includes('visits.leave')) return leaveOf(entry.entryId, tools);
    if (entry.state !== 'steppedOut' || !entry.acts.includes('visits.comeBack')) return null;
    const now = await client.visits.entry({ id: entry.entryId });
    if (!now.ok) return { error: now.error };
    const { id, version } = now.data.entry;
    const done = await client.visits.comeBack({ id, version });
    if (!done.ok) return { error: done.error };
    return {
      said: tools.words.t('visits:scan.back', {
        name: now.data.entry.visitorName ?? entry.serialNo,
        at: timeOf(nowIso()),
      }),
    };
  },
};

/** A card: its visitor leaves and the card is back; of somebody gone already it is only taken in. */
export const visitorPassScan: ScanAct = {
  async instant(entry, tools) {
    if (entry.state !== 'out') return null;
    const now = await client.visitorPasses.entry({ id: entry.entryId });
    if (!now.ok) return { error: now.error };
    const { id, version, visitId, passNo } = now.data.entry;
    const visit = visitId ? await client.visits.entry({ id: visitId }) : null;
    if (visit?.ok && (visit.data.entry.state === 'in' || visit.data.entry.state === 'steppedOut'))
      return leaveOf(visit.data.entry.id, tools);
    const done = await client.visitorPasses.takeIn({ id, version });
    if (!done.ok) return { error: done.error };
    return { said: tools.words.t('visits:scan.passBack', { no: passNo }) };
  },
};

async function leaveOf(visitId: string, { words }: ScanTools): Promise<InstantAnswer> {
  const now = await client.visits.entry({ id: visitId });
  if (!now.ok) return { error: now.error };
  const { id, version, visitorName, serialNo, passNo, passBackAt } = now.data.entry;
  const done = await client.visits.leave({ id, version });
  if (!done.ok) return { error: done.error };
  const card = passNo !== null && passBackAt === null;
  const said = { name: visitorName ?? serialNo, at: timeOf(nowIso()) };
  return {
    said: card ? words.t('visits:scan.leftPass', { ...said, no: passNo }) : words.t('visits:scan.left', said),
    undo: () => client.visits.takeBackLeave({ id, version: done.data.version }),
  };
}
