import { Suspense } from 'react';
import type { Scanned, ScannedEntry } from '../../../shared/registers/search';
import { useWords } from '../../i18n';
import { homes } from '../../registers/homes';
import type { Ask } from '../../registers/open';
import { scanActs } from '../../registers/scan-acts';
import { closeDialogs, Dialog } from '../../ui/Dialog';
import { nowIso } from '../../ui/fields/TimeField';
import { ErrorLine, useRefusal } from '../../ui/refusal';
import { When, whenText } from '../../ui/When';
import { type CardAct, CardActs } from './CardActs';
import { DoneLine } from './DoneLine';
import type { Shown } from './shown';
import { labelOf, registerName } from './words';

/** Shows an entry from the card: with the act's dialog, or as it is. */
export type Opener = (ask: Ask) => void;

interface ScanCardProps {
  shown: Shown;
  onOpen: Opener;
  onClose: () => void;
}

/**
 * The answer to a scan, large enough to read at arm's length: what it is, where it stands, the next act. Enter does the
 * next act, a digit another one, Esc goes back to where the focus was (desk-practice.md §4 Scanner).
 */
export function ScanCard({ shown, onOpen, onClose }: ScanCardProps) {
  const words = useWords();
  const { what } = shown;
  return (
    <Dialog title={titleOf(what, words.t)} opened onClose={onClose} width={620}>
      <div className="scan-card" data-scan={what.kind} data-code={shown.code}>
        {what.kind === 'entry' ? (
          <EntryCard entry={what} shown={shown} onOpen={onOpen} onClose={onClose} />
        ) : (
          <PlainCard what={what} code={shown.code} onClose={onClose} />
        )}
      </div>
    </Dialog>
  );
}

function titleOf(what: Shown['what'], t: (key: string, params?: Record<string, string>) => string): string {
  if (what.kind === 'entry') return t('scan:card.title', { register: registerName(what.register, t) });
  return t(`scan:card.${what.kind}Title`);
}

interface EntryCardProps extends ScanCardProps {
  entry: ScannedEntry;
}

function EntryCard({ entry, shown, onOpen, onClose }: EntryCardProps) {
  const words = useWords();
  const { t } = words;
  const home = homes[entry.register];
  const act = scanActs[entry.register];
  const go = (action: string | null) => {
    // What was open before must not lie over the entry; its typed text is kept as with Esc.
    onOpen({ register: entry.register, entryId: entry.entryId, action, begin: action !== null });
    closeDialogs();
  };
  const acts: CardAct[] = shown.done
    ? []
    : entry.acts.map((op) => ({ key: op, label: labelOf(entry.register, op), run: () => go(op) }));
  const open: CardAct = { key: 'open', label: t('scan:card.open'), run: () => go(null) };
  const first = acts.findIndex((one) => one.key === entry.next);
  const main = acts[first] ?? open;
  const others = acts.filter((one) => one !== main);
  return (
    <>
      <p className="scan-number number">{entry.serialNo}</p>
      <p className="scan-title">{entry.title}</p>
      <p className="quiet">{entry.detail}</p>
      {shown.done ? (
        <DoneLine done={shown.done} onClose={onClose} />
      ) : (
        <p className="scan-stands" role="status">
          {act?.explain?.(entry, words) ?? standsSentence(entry, home?.state(entry.state) ?? '', words)}
        </p>
      )}
      <ErrorLine error={shown.refused} />
      {act?.Body ? (
        <Suspense fallback={null}>
          <act.Body entry={entry} onClose={onClose} />
        </Suspense>
      ) : null}
      <CardActs main={main} others={others} open={main === open ? null : open} onClose={onClose} />
    </>
  );
}

/** 「已归还 10:32 李晓燕；要再借出吗？」 */
function standsSentence(entry: ScannedEntry, stateKey: string, words: ReturnType<typeof useWords>): string {
  const { t } = words;
  const state = t(stateKey);
  const stands = entry.last
    ? t('scan:card.standsSince', { state, when: whenText(entry.last.at, nowIso(), words), by: entry.last.by })
    : t('scan:card.stands', { state });
  return entry.next ? stands + t('scan:card.ask', { act: labelOf(entry.register, entry.next) }) : stands;
}

interface PlainCardProps {
  what: Exclude<Shown['what'], ScannedEntry>;
  code: string;
  onClose: () => void;
}

function PlainCard({ what, code, onClose }: PlainCardProps) {
  const { t } = useWords();
  const sentence = useRefusal();
  const close: CardAct = { key: 'close', label: t('scan:card.close'), run: onClose };
  return (
    <>
      <p className="scan-number number">{what.kind === 'unknown' ? what.serialNo : code}</p>
      <p className="scan-stands" role="status">
        {what.kind === 'error' ? sentence(what.error) : plainSentence(what, code, t)}
      </p>
      {what.kind === 'page' && what.printed ? (
        <p className="quiet">
          {t('scan:card.pagePrinted', { by: what.printed.by, copy: what.printed.copy })}{' '}
          <When at={what.printed.at} />
        </p>
      ) : null}
      <CardActs main={close} others={[]} open={null} onClose={onClose} />
    </>
  );
}

function plainSentence(
  what: Exclude<Scanned, ScannedEntry>,
  code: string,
  t: (key: string, params?: Record<string, string | number>) => string,
): string {
  switch (what.kind) {
    case 'page':
      return t('scan:card.page', {
        form: t(`print:title.${what.form}`),
        month: what.month ?? t('scan:card.blankSheet'),
        page: what.pageNo,
      });
    case 'closed':
    case 'unknown':
      return t(`scan:card.${what.kind}`, { register: registerName(what.register, t) });
    case 'test':
      return t('scan:card.test');
    case 'foreign':
      return t('scan:card.foreign', { code });
  }
}
