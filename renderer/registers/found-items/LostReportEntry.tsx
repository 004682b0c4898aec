import { useState } from 'react';
import type { OpError } from '../../../shared/result';
import { client } from '../../client';
import { useWords } from '../../i18n';
import { useCommand, useOp } from '../../queries';
import { useNotices } from '../../ui/Notices';
import { ErrorLine } from '../../ui/refusal';
import { Timeline } from '../../ui/Timeline';
import { useOpen } from '../open';
import { ActButtons } from './ActButtons';
import type { Desk } from './desk';
import { CloseReport } from './dialogs/CloseReport';
import { CorrectReport } from './dialogs/CorrectReport';
import { Unmask } from './dialogs/Unmask';
import { VoidLine } from './dialogs/VoidLine';
import { type EntryField, EntryFields } from './EntryFields';
import { EntryFrame } from './EntryFrame';
import { type Match, Matches } from './Matches';
import { happeningsOf } from './story';
import { REPORT_TONES } from './tones';
import { usePlain, useSaved, useSeen } from './use-entry';

interface LostReportEntryProps {
  id: string;
  desk: Desk;
  action: string | null;
  onBack: () => void;
}

const always = (field: string): EntryField => ({ field, wide: field === 'features' });
const ifAny = (field: string): EntryField => ({ field, ifAny: true });
const FIELDS: readonly EntryField[] = [
  ...['category', 'name', 'features', 'lostPlace', 'lostFrom', 'lostTo'].map(always),
  ...['reporterName', 'reporterPhone', 'reporterUnit'].map(always),
  ...['subject', 'broadcastNo', 'note', 'result', 'closedAt', 'closedByName'].map(ifAny),
  ...['voidReason', 'voidedAt', 'voidedByName', 'recordedAt', 'recorderName'].map(ifAny),
];

/** One lost report with the items in custody that may be it, and its story. */
export function LostReportEntry({ id, desk, action, onBack }: LostReportEntryProps) {
  const words = useWords();
  const { t } = words;
  const asked = useOp('lostReports.entry', { id }, { keep: true });
  const entry = asked.data?.entry;
  const next = asked.data?.next ?? [];
  const mayLink = next.includes('foundItems.link');
  const matches = useOp('lostReports.matches', { id }, { enabled: mayLink });
  const linked = useOp(
    'foundItems.entry',
    { id: entry?.foundItemId ?? '' },
    { enabled: Boolean(entry?.foundItemId) },
  );
  const link = useCommand('foundItems.link');
  const unlink = useCommand('foundItems.unlink');
  const notices = useNotices();
  const open = useOpen();
  const [dialog, setDialog] = useState<string | null>(null);
  const [plain, setPlain] = usePlain();
  const [saved, markSaved] = useSaved(entry?.serialNo);
  const [unread, setUnread] = useState<OpError | null>(null);
  useSeen('lostReports', entry, desk);
  const off = dialog !== null;

  const onLink = async (match: Match) => {
    // The link is an act on the found item, so its version is the one that counts.
    const found = await client.foundItems.entry({ id: match.id });
    setUnread(found.ok ? null : found.error);
    if (!found.ok) return;
    const { version } = found.data.entry;
    const done = await link.run({ id: match.id, version, lostReportId: id });
    if (!done?.ok) return;
    markSaved();
    const after = done.data.version;
    notices.undo(
      t('found-items:screen.linked', { no: match.serialNo }),
      () => void unlink.run({ id: match.id, version: after }),
    );
  };
  const onAct = async (act: string) => {
    if (act !== 'unlink') return setDialog(act);
    const found = linked.data?.entry;
    if (found && (await unlink.run({ id: found.id, version: found.version }))?.ok) markSaved();
  };

  if (!entry)
    return (
      <div className="entry sheet">
        {asked.error ? <ErrorLine error={asked.error.error} /> : <p className="quiet">{t('core:loading')}</p>}
      </div>
    );
  // Taking a link away is never what Enter does first.
  const ops = next.filter((op) => op !== 'foundItems.link' && op !== 'foundItems.unlink');
  if (next.includes('foundItems.unlink')) ops.push('foundItems.unlink');
  if (entry.reporterPhone && desk.may('foundItems.unmask')) ops.push('lostReports.unmask');
  const close = () => setDialog(null);
  const freeUntil = asked.data?.freeUntil ?? null;
  const about = `${entry.serialNo}  ${entry.name}`;
  const foundItem: EntryField = {
    field: 'foundItem',
    ifAny: true,
    own: entry.foundItemId ? (
      <button
        type="button"
        className="link-button number"
        onClick={() => open({ register: 'foundItems', entryId: entry.foundItemId })}
      >
        {entry.foundSerialNo}
      </button>
    ) : undefined,
  };
  return (
    <>
      <EntryFrame
        serialNo={entry.serialNo}
        scanCode={entry.scanCode}
        name={entry.name}
        state={{ word: t(`found-items:lostState.${entry.state}`), tone: REPORT_TONES[entry.state] }}
        voided={entry.state === 'voided'}
        warnings={(asked.data?.warnings ?? []).map((w) => t(`found-items:warning.${w}`))}
        saved={saved}
        error={unread ?? link.error ?? unlink.error ?? asked.error?.error ?? null}
        onBack={onBack}
        acts={<ActButtons ops={ops} off={off} preselect={action} onAct={(act) => void onAct(act)} />}
      >
        <div className="entry-main">
          <EntryFields
            book="lostReports"
            label={t('found-items:screen.line')}
            fields={[...FIELDS, foundItem]}
            line={entry}
            strikes={entry.strikes}
            categories={desk.settings.categories}
            plain={plain}
          />
          {mayLink ? (
            <Matches
              heading={t('found-items:screen.matchesOfReport')}
              matches={matches.data ?? []}
              mayLink
              busy={link.busy}
              onLink={(match) => void onLink(match)}
              onOpen={(match) => open({ register: 'foundItems', entryId: match.id })}
            />
          ) : null}
        </div>
        <section className="entry-story">
          <h2>{t('found-items:screen.story')}</h2>
          <Timeline
            label={t('found-items:screen.story')}
            happenings={happeningsOf('lostReports', asked.data?.story ?? [], words, desk.settings.categories)}
          />
        </section>
      </EntryFrame>
      {dialog === 'close' ? <CloseReport entry={entry} onClose={close} onDone={markSaved} /> : null}
      {dialog === 'correct' ? (
        <CorrectReport entry={entry} desk={desk} freeUntil={freeUntil} onClose={close} onDone={markSaved} />
      ) : null}
      {dialog === 'void' ? (
        <VoidLine book="lostReports" entry={entry} about={about} onClose={close} onDone={markSaved} />
      ) : null}
      {dialog === 'unmask' ? (
        <Unmask book="lostReports" entryId={id} about={about} onClose={close} onShow={setPlain} />
      ) : null}
    </>
  );
}
