import { useState } from 'react';
import type { LostReportLine } from '../../../shared/registers/lost-reports';
import { LOST_REPORT_CORRECTABLE } from '../../../shared/registers/lost-reports';
import type { OpError } from '../../../shared/result';
import type { EntryPageProps } from '../../book/BookTab';
import type { EntryField } from '../../book/EntryFields';
import { EntryLink } from '../../book/EntryLink';
import { EntryPage, type PageTools } from '../../book/EntryPage';
import { client } from '../../client';
import { useWords } from '../../i18n';
import { useCommand, useOp } from '../../queries';
import { useNotices } from '../../ui/Notices';
import { useOpen } from '../open';
import { LOST_REPORTS } from './books';
import { reportEditors } from './corrections';
import { CloseReport } from './dialogs/simple';
import { type Match, Matches } from './Matches';
import { REPORT_TONES } from './tones';

const always = (field: string): EntryField => ({ field, wide: field === 'features' });
const ifAny = (field: string): EntryField => ({ field, ifAny: true });
const FIELDS: readonly EntryField[] = [
  ...['category', 'name', 'features', 'lostPlace', 'lostFrom', 'lostTo'].map(always),
  ...['reporterName', 'reporterPhone', 'reporterUnit'].map(always),
  ...['subject', 'broadcastNo', 'note', 'result', 'closedAt', 'closedByName'].map(ifAny),
  ...['voidReason', 'voidedAt', 'voidedByName', 'recordedAt', 'recorderName'].map(ifAny),
];
const DIALOGS = { close: CloseReport };
const CORRECTABLE = () => LOST_REPORT_CORRECTABLE;

/** One lost report with the items in custody that may be it, and its story. */
export function LostReportEntry({ id, desk, action, onBack }: EntryPageProps) {
  const { t, lang } = useWords();
  const asked = useOp('lostReports.entry', { id }, { keep: true });
  const entry = asked.data?.entry;
  const mayLink = asked.data?.next.includes('foundItems.link') ?? false;
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
  const [unread, setUnread] = useState<OpError | null>(null);

  const onLink = async (match: Match, { markSaved }: PageTools) => {
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
  const onUnlink = async (): Promise<boolean> => {
    const found = linked.data?.entry;
    if (!found) return false;
    return (await unlink.run({ id: found.id, version: found.version }))?.ok ?? false;
  };
  const foundItem = (line: LostReportLine): EntryField => ({
    field: 'foundItem',
    ifAny: true,
    own: line.foundItemId ? (
      <EntryLink register="foundItems" entryId={line.foundItemId}>
        {line.foundSerialNo}
      </EntryLink>
    ) : undefined,
  });
  return (
    <EntryPage<LostReportLine>
      book={LOST_REPORTS}
      desk={desk}
      asked={asked}
      action={action}
      onBack={onBack}
      name={(line) => line.name}
      tone={(line) => REPORT_TONES[line.state]}
      fields={(line) => [...FIELDS, foundItem(line)]}
      dialogs={DIALOGS}
      acts={{ 'foundItems.unlink': onUnlink }}
      elsewhere={['foundItems.link']}
      last={['foundItems.unlink']}
      correct={{ fields: CORRECTABLE, editors: reportEditors(desk.settings.categories, lang) }}
      unmask={{ permit: 'foundItems.unmask', masked: (line) => line.reporterPhone !== null }}
      error={unread ?? link.error ?? unlink.error}
    >
      {(_, tools) =>
        mayLink ? (
          <Matches
            heading={t('found-items:screen.matchesOfReport')}
            matches={matches.data ?? []}
            mayLink
            busy={link.busy}
            onLink={(match) => void onLink(match, tools)}
            onOpen={(match) => open({ register: 'foundItems', entryId: match.id })}
          />
        ) : null
      }
    </EntryPage>
  );
}
