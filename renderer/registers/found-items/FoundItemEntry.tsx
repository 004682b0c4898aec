import { dayOf } from '../../../shared/dates';
import type { FoundItemLine } from '../../../shared/registers/found-items.row';
import type { PrintRequest } from '../../../shared/registers/prints';
import type { EntryPageProps } from '../../book/BookTab';
import { EntryLink } from '../../book/EntryLink';
import { EntryPage, type PageTools } from '../../book/EntryPage';
import { listOf } from '../../book/values';
import { useWords } from '../../i18n';
import { useCommand, useOp } from '../../queries';
import { nowIso } from '../../ui/fields/TimeField';
import { useNotices } from '../../ui/Notices';
import { PhotoView } from '../../ui/PhotoView';
import { StateMark } from '../../ui/StateMark';
import { DayDue } from '../../ui/When';
import { useOpen } from '../open';
import { FOUND_ITEMS } from './books';
import { itemCorrectable, itemEditors } from './corrections';
import { aboutItem } from './dialogs/about';
import { ITEM_DIALOGS } from './dialogs/item-dialogs';
import { itemFields } from './item-fields';
import { type Match, Matches } from './Matches';
import { itemTone } from './tones';

/** One found item: its paper line, what may be done next, photos, matches and the whole story from the journal. */
export function FoundItemEntry({ id, desk, action, onBack }: EntryPageProps) {
  const { t, lang } = useWords();
  const asked = useOp('foundItems.entry', { id }, { keep: true });
  const mayLink = asked.data?.next.includes('foundItems.link') ?? false;
  const matches = useOp('foundItems.matches', { id }, { enabled: mayLink });
  const link = useCommand('foundItems.link');
  const unlink = useCommand('foundItems.unlink');
  const notices = useNotices();
  const open = useOpen();

  const onLink = async (entry: FoundItemLine, match: Match, { markSaved }: PageTools) => {
    const done = await link.run({ id, version: entry.version, lostReportId: match.id });
    if (!done?.ok) return;
    markSaved();
    const { version } = done.data;
    notices.undo(
      t('found-items:screen.linked', { no: match.serialNo }),
      () => void unlink.run({ id, version }),
    );
  };
  return (
    <EntryPage<FoundItemLine>
      book={FOUND_ITEMS}
      desk={desk}
      asked={asked}
      action={action}
      onBack={onBack}
      name={(entry) => entry.name}
      about={aboutItem}
      tone={(entry) => itemTone(entry.state, isDue(entry))}
      fields={(entry) =>
        itemFields(entry, {
          due: entry.disposalDueOn ? <DayDue on={entry.disposalDueOn} /> : null,
          pending: t('found-items:mark.pending'),
          toFill: <StateMark word={t('book:screen.toFill')} tone="missing" />,
          lost: entry.lostReportId ? (
            <EntryLink register="lostReports" entryId={entry.lostReportId}>
              {entry.lostSerialNo}
            </EntryLink>
          ) : null,
        })
      }
      dialogs={ITEM_DIALOGS}
      acts={{ unlink: async ({ version }) => (await unlink.run({ id, version }))?.ok ?? false }}
      elsewhere={['link']}
      correct={{ fields: itemCorrectable, editors: itemEditors(desk.settings.categories, lang) }}
      unmask={{ permit: 'foundItems.unmask', masked }}
      papers={{ permit: 'foundItems.print', of: papersOf }}
      error={link.error ?? unlink.error}
    >
      {(entry, tools) => (
        <>
          <Photos names={listOf(entry.photos)} />
          {mayLink ? (
            <Matches
              heading={t('found-items:screen.matchesOfItem')}
              matches={matches.data ?? []}
              mayLink
              busy={link.busy}
              onLink={(match) => void onLink(entry, match, tools)}
              onOpen={(match) => open({ register: 'lostReports', entryId: match.id })}
            />
          ) : null}
        </>
      )}
    </EntryPage>
  );
}

const isDue = (entry: FoundItemLine): boolean =>
  entry.disposalDueOn !== null && entry.disposalDueOn <= dayOf(nowIso());

/** Something on the line is masked and could be shown for a reason. */
const masked = (entry: FoundItemLine): boolean =>
  [entry.finderPhone, entry.claimantPhone, entry.claimantDocument, entry.collectorDocument].some(
    (v) => v !== null,
  );

/** Receipt slip and bag label; a claimed item also stands in the claim book of its month. */
const papersOf = (entry: FoundItemLine): PrintRequest[] => [
  { form: 'F02', entryId: entry.id },
  { form: 'label', entryId: entry.id },
  ...(entry.state === 'claimed'
    ? [{ form: 'F04' as const, month: dayOf(entry.closedAt ?? entry.foundAt).slice(0, 7) }]
    : []),
];

function Photos({ names }: { names: readonly string[] }) {
  const { t } = useWords();
  return names.length > 0 ? (
    <section className="row" aria-label={t('book:field.photos')}>
      {names.map((name, index) => (
        <PhotoView key={name} sha256={name} alt={t('core:photo.alt', { n: index + 1 })} />
      ))}
    </section>
  ) : null;
}
