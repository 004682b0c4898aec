import { ActForm, type SecondAsked } from '../../../book/dialogs/ActForm';
import { type Editor, TIME } from '../../../book/editors';
import { useWords } from '../../../i18n';
import { FOUND_ITEMS, LOST_REPORTS } from '../books';
import { aboutItem, aboutReport, type ItemAct, type ReportAct } from './about';

/** Acts that are a few fields and perhaps a second signature. */

const phrases = (act: string, keys: readonly string[]): Editor => ({
  kind: 'phrases',
  keys: keys.map((key) => `found-items:dialog.${act}.${key}`),
});
const item = ({ entry, onClose, onDone }: ItemAct) => ({
  book: FOUND_ITEMS,
  entry,
  about: aboutItem(entry),
  onClose,
  onDone,
});
const AT = { name: 'at', editor: TIME } as const;
const REASON: Editor = { kind: 'longText', max: 200 };

/** The lost-and-found notice is up (招领公告): where and since when. */
export function PostNotice(props: ItemAct) {
  const { t } = useWords();
  return (
    <ActForm
      op="foundItems.postNotice"
      {...item(props)}
      fields={[
        {
          name: 'how',
          label: 'found-items:field.foundItems.noticeHow',
          editor: phrases('postNotice', ['board', 'screen', 'lift', 'broadcast']),
          required: true,
          first: t('found-items:dialog.postNotice.board'),
        },
        { ...AT, label: 'found-items:field.foundItems.noticePostedAt' },
      ]}
    />
  );
}

/** A claim that did not convince: who asked and why not. The item stays where it is. */
export function RefuseClaim(props: ItemAct) {
  return (
    <ActForm
      op="foundItems.refuseClaim"
      {...item(props)}
      fields={[
        { name: 'claimantName', editor: { kind: 'text', max: 40 }, required: true },
        { name: 'reason', label: 'found-items:dialog.refuseClaim.reason', editor: REASON, required: true },
      ]}
    />
  );
}

/** Disposed of by two people: the supervisor proposes, the manager approves with the PIN in the same dialog (domain.md §4.3). */
export function Dispose(props: ItemAct) {
  return (
    <ActForm
      op="foundItems.dispose"
      {...item(props)}
      fields={[
        {
          name: 'manner',
          label: 'found-items:field.foundItems.disposalManner',
          editor: phrases('dispose', ['destroyed', 'discarded', 'state']),
          required: true,
        },
        {
          name: 'reason',
          label: 'found-items:field.foundItems.disposalReason',
          editor: REASON,
          required: true,
        },
        AT,
      ]}
      second={{ label: 'found-items:dialog.dispose.approver', permit: 'foundItems.approveDisposal' }}
      grave
    />
  );
}

/** The signed paper is filed away (归档): from here on the line can only be voided by the manager. */
export function Archive(props: ItemAct) {
  const { t } = useWords();
  return (
    <ActForm op="foundItems.archive" {...item(props)}>
      <p>{t('found-items:dialog.archive.question')}</p>
    </ActForm>
  );
}

const CONFIRMER: SecondAsked = {
  label: 'found-items:field.foundItems.confirmer2Name',
  permit: 'signedIn',
};
/** The missing second confirmation of the quantity (待补签). The door asks for the PIN: a witness cannot sign later. */
export function ConfirmQuantity(props: ItemAct) {
  return <ActForm op="foundItems.confirmQuantity" {...item(props)} second={CONFIRMER} />;
}

const SUPERVISOR: SecondAsked = {
  label: 'found-items:field.foundItems.countersignedByName',
  permit: 'foundItems.countersign',
};
/** The supervisor's countersign on a valuable item (domain.md §4.3). */
export function Countersign(props: ItemAct) {
  return <ActForm op="foundItems.countersign" {...item(props)} second={SUPERVISOR} />;
}

/** A lost report comes to its end: what became of it. */
export function CloseReport({ entry, onClose, onDone }: ReportAct) {
  return (
    <ActForm
      op="lostReports.close"
      book={LOST_REPORTS}
      entry={entry}
      about={aboutReport(entry)}
      fields={[
        {
          name: 'result',
          editor: phrases('close', ['claimed', 'foundElsewhere', 'withdrawn', 'notFound']),
          required: true,
        },
      ]}
      onClose={onClose}
      onDone={onDone}
    />
  );
}
