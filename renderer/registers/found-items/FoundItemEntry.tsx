import { Button, Kbd } from '@mantine/core';
import { useState } from 'react';
import { dayOf } from '../../../shared/dates';
import type { FoundItemLine } from '../../../shared/registers/found-items.row';
import type { PrintRequest } from '../../../shared/registers/prints';
import { useWords } from '../../i18n';
import { useCommand, useOp } from '../../queries';
import { nowIso } from '../../ui/fields/TimeField';
import { useNotices } from '../../ui/Notices';
import { PhotoView } from '../../ui/PhotoView';
import { PrintPreview } from '../../ui/PrintPreview';
import { ErrorLine } from '../../ui/refusal';
import { StateMark } from '../../ui/StateMark';
import { Timeline } from '../../ui/Timeline';
import { DayDue } from '../../ui/When';
import { useOpen } from '../open';
import { ActButtons, actOf } from './ActButtons';
import type { Desk } from './desk';
import { ItemDialog } from './dialogs/ItemDialog';
import { EntryFields } from './EntryFields';
import { EntryFrame } from './EntryFrame';
import { itemFields } from './item-fields';
import { type Match, Matches } from './Matches';
import { happeningsOf } from './story';
import { itemTone } from './tones';
import { usePlain, useSaved, useSeen } from './use-entry';
import { photosOf } from './values';

interface FoundItemEntryProps {
  id: string;
  desk: Desk;
  /** Operation asked for with the entry; gets the focus. */
  action: string | null;
  onBack: () => void;
}

/** Acts that have their own place on the page instead of a dialog. */
const ELSEWHERE = ['link'];

/** One found item: its paper line, what may be done next, photos, matches and the whole story from the journal. */
export function FoundItemEntry({ id, desk, action, onBack }: FoundItemEntryProps) {
  const words = useWords();
  const { t } = words;
  const asked = useOp('foundItems.entry', { id }, { keep: true });
  const entry = asked.data?.entry;
  const next = asked.data?.next ?? [];
  const mayLink = next.includes('foundItems.link');
  const matches = useOp('foundItems.matches', { id }, { enabled: mayLink });
  const link = useCommand('foundItems.link');
  const unlink = useCommand('foundItems.unlink');
  const notices = useNotices();
  const open = useOpen();
  const [dialog, setDialog] = useState<string | null>(null);
  const [paper, setPaper] = useState<PrintRequest | null>(null);
  const [plain, setPlain] = usePlain();
  const [saved, markSaved] = useSaved(entry?.serialNo);
  useSeen('foundItems', entry, desk);
  const off = dialog !== null || paper !== null;

  const onLink = async (match: Match) => {
    if (!entry) return;
    const done = await link.run({ id, version: entry.version, lostReportId: match.id });
    if (!done?.ok) return;
    markSaved();
    const { version } = done.data;
    notices.undo(
      t('found-items:screen.linked', { no: match.serialNo }),
      () => void unlink.run({ id, version }),
    );
  };
  const onAct = async (act: string) => {
    if (act !== 'unlink') setDialog(act);
    else if (entry && (await unlink.run({ id, version: entry.version }))?.ok) markSaved();
  };

  if (!entry)
    return (
      <div className="entry sheet">
        {asked.error ? <ErrorLine error={asked.error.error} /> : <p className="quiet">{t('core:loading')}</p>}
      </div>
    );
  const { categories } = desk.settings;
  const ops = next.filter((op) => !ELSEWHERE.includes(actOf(op)));
  if (masked(entry) && desk.may('foundItems.unmask')) ops.push('foundItems.unmask');
  const due = entry.disposalDueOn !== null && entry.disposalDueOn <= dayOf(nowIso());
  const photos = photosOf(entry.photos);
  return (
    <>
      <EntryFrame
        serialNo={entry.serialNo}
        scanCode={entry.scanCode}
        name={entry.name}
        state={{ word: t(`found-items:state.${entry.state}`), tone: itemTone(entry.state, due) }}
        late={entry.late}
        voided={entry.state === 'voided'}
        warnings={(asked.data?.warnings ?? []).map((w) => t(`found-items:warning.${w}`))}
        saved={saved}
        error={link.error ?? unlink.error ?? asked.error?.error ?? null}
        onBack={onBack}
        {...(desk.may('foundItems.print') ? { onPrint: () => setPaper({ form: 'F02', entryId: id }) } : {})}
        papers={desk.may('foundItems.print') ? <ItemPapers entry={entry} onPrint={setPaper} /> : null}
        acts={<ActButtons ops={ops} off={off} preselect={action} onAct={(act) => void onAct(act)} />}
      >
        <div className="entry-main">
          <EntryFields
            book="foundItems"
            label={t('found-items:screen.line')}
            fields={itemFields(entry, {
              due: entry.disposalDueOn ? <DayDue on={entry.disposalDueOn} /> : null,
              pending: t('found-items:mark.pending'),
              toFill: <StateMark word={t('found-items:screen.toFill')} tone="missing" />,
              lost: entry.lostReportId ? (
                <button
                  type="button"
                  className="link-button number"
                  onClick={() => open({ register: 'lostReports', entryId: entry.lostReportId })}
                >
                  {entry.lostSerialNo}
                </button>
              ) : null,
            })}
            line={entry}
            strikes={entry.strikes}
            categories={categories}
            plain={plain}
          />
          {photos.length > 0 ? (
            <section className="row" aria-label={t('found-items:field.foundItems.photos')}>
              {photos.map((name, index) => (
                <PhotoView key={name} sha256={name} alt={t('core:photo.alt', { n: index + 1 })} />
              ))}
            </section>
          ) : null}
          {mayLink ? (
            <Matches
              heading={t('found-items:screen.matchesOfItem')}
              matches={matches.data ?? []}
              mayLink
              busy={link.busy}
              onLink={(match) => void onLink(match)}
              onOpen={(match) => open({ register: 'lostReports', entryId: match.id })}
            />
          ) : null}
        </div>
        <section className="entry-story">
          <h2>{t('found-items:screen.story')}</h2>
          <Timeline
            label={t('found-items:screen.story')}
            happenings={happeningsOf('foundItems', asked.data?.story ?? [], words, categories)}
          />
        </section>
      </EntryFrame>
      <ItemDialog
        act={dialog}
        entry={entry}
        desk={desk}
        freeUntil={asked.data?.freeUntil ?? null}
        onAct={setDialog}
        onDone={markSaved}
        onShow={setPlain}
      />
      <PrintPreview request={paper} onClose={() => setPaper(null)} />
    </>
  );
}

/** Something on the line is masked and could be shown for a reason. */
const masked = (entry: FoundItemLine): boolean =>
  [entry.finderPhone, entry.claimantPhone, entry.claimantDocument, entry.collectorDocument].some(
    (v) => v !== null,
  );

function ItemPapers({ entry, onPrint }: { entry: FoundItemLine; onPrint: (request: PrintRequest) => void }) {
  const { t } = useWords();
  const forms = entry.state === 'claimed' ? (['F02', 'label', 'F04'] as const) : (['F02', 'label'] as const);
  return forms.map((form) => (
    <Button
      key={form}
      variant="subtle"
      onClick={() =>
        onPrint(
          form === 'F04'
            ? { form, month: dayOf(entry.closedAt ?? entry.foundAt).slice(0, 7) }
            : { form, entryId: entry.id },
        )
      }
    >
      {t(`found-items:form.${form}`)} {form === 'F02' ? <Kbd size="xs">Ctrl+P</Kbd> : null}
    </Button>
  ));
}
