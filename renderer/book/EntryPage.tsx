import { Button, Kbd } from '@mantine/core';
import { type ComponentType, type ReactNode, useState } from 'react';
import type { PrintRequest } from '../../shared/registers/prints';
import type { StoryLine } from '../../shared/registers/shapes';
import type { OpError } from '../../shared/result';
import type { Permit } from '../../shared/roles';
import { useWords } from '../i18n';
import type { OpFailed } from '../queries';
import { PrintPreview } from '../ui/PrintPreview';
import { ErrorLine } from '../ui/refusal';
import type { Tone } from '../ui/StateMark';
import { Timeline } from '../ui/Timeline';
import { ActButtons } from './ActButtons';
import { type Book, formLabel, type Line, stateLabel, warningLabel } from './book';
import type { Desk } from './desk';
import type { ActProps } from './dialogs/act';
import { CorrectLine } from './dialogs/CorrectLine';
import { Unmask } from './dialogs/Unmask';
import { VoidLine } from './dialogs/VoidLine';
import { type EntryField, EntryFields } from './EntryFields';
import { EntryFrame } from './EntryFrame';
import type { Editor } from './editors';
import { happeningsOf } from './story';
import { type PlainValues, usePlain, useSaved, useSeen } from './use-entry';

/** What `useOp('<register>.entry', { id }, { keep: true })` answers. */
export interface AskedEntry<L> {
  data:
    | {
        entry: L;
        story: readonly StoryLine[];
        /** Operations that may be done now. */
        next: readonly string[];
        freeUntil: string | null;
        warnings: readonly string[];
      }
    | undefined;
  error: OpFailed | null;
}

/** What a page's own parts (matches, links) may do on it. */
export interface PageTools {
  /** An act without a dialog was committed: the quiet mark. */
  markSaved: () => void;
  /** Values unmasked for 30 s, for child rows drawn below; empty otherwise. */
  plain: PlainValues;
}

interface EntryPageProps<L extends Line> {
  book: Book;
  desk: Desk;
  asked: AskedEntry<L>;
  /** Operation that was asked for with the entry. */
  action: string | null;
  onBack: () => void;
  /** Beside the number in the head. */
  name: (line: L) => string;
  /** Number and name in the head of every dialog; default `<number>  <name>`. */
  about?: (line: L) => string;
  tone: (line: L) => Tone;
  fields: (line: L) => readonly EntryField[];
  /** Dialog of each act, by its name or by the whole name of its operation. 更正, 作废, 查看隐藏内容 are there already. */
  dialogs?: Readonly<Record<string, ComponentType<ActProps<L>>>>;
  /** Acts without a dialog; answers whether it was committed. */
  acts?: Readonly<Record<string, (line: L) => Promise<boolean>>>;
  /** Acts that have their own place on the page instead of a button, e.g. `link`. */
  elsewhere?: readonly string[];
  /** Acts that Enter must never do first. */
  last?: readonly string[];
  /** 更正: what may be corrected now, and in which fields it is typed. */
  correct?: { fields: (line: L) => readonly string[]; editors?: Readonly<Record<string, Editor>> };
  /** 查看隐藏内容: offered to holders of the permit while something on the line is masked. */
  unmask?: { permit: Permit; masked: (line: L) => boolean };
  /** Papers of the entry; the first is Ctrl+P's when it is the entry's own. */
  papers?: { permit: Permit; of: (line: L) => readonly PrintRequest[] };
  /** Refusals of the page's own acts. */
  error?: OpError | null;
  /** Below the fields: photos, matches, child lines. */
  children?: (line: L, tools: PageTools) => ReactNode;
}

/** One entry in front of its book: its paper line, what may be done next, its papers, its whole story from the journal. */
export function EntryPage<L extends Line>(props: EntryPageProps<L>) {
  const { book, desk, asked, onBack } = props;
  const words = useWords();
  const { t } = words;
  const entry = asked.data?.entry;
  const [dialog, setDialog] = useState<string | null>(null);
  const [paper, setPaper] = useState<PrintRequest | null>(null);
  const [plain, setPlain] = usePlain();
  const [saved, markSaved] = useSaved(entry?.serialNo);
  useSeen(book, entry, desk);

  if (!entry)
    return (
      <div className="entry sheet">
        {asked.error ? <ErrorLine error={asked.error.error} /> : <p className="quiet">{t('core:loading')}</p>}
      </div>
    );
  const onAct = async (op: string) => {
    const act = props.acts?.[op] ?? props.acts?.[actIn(book, op)];
    if (!act) setDialog(op);
    else if (await act(entry)) markSaved();
  };
  const name = props.name(entry);
  const papers = props.papers && desk.may(props.papers.permit) ? props.papers.of(entry) : [];
  const [slip] = papers;
  const ops = opsOf(props, entry, asked.data?.next ?? []);
  return (
    <>
      <EntryFrame
        serialNo={entry.serialNo}
        scanCode={entry.scanCode}
        name={name}
        state={{ word: t(stateLabel(book, entry.state)), tone: props.tone(entry) }}
        late={entry.late ?? false}
        voided={entry.state === 'voided'}
        warnings={(asked.data?.warnings ?? []).map((w) => t(warningLabel(book, w)))}
        saved={saved}
        error={props.error ?? asked.error?.error ?? null}
        onBack={onBack}
        {...(slip?.entryId ? { onPrint: () => setPaper(slip) } : {})}
        papers={<PaperButtons papers={papers} onPrint={setPaper} />}
        acts={
          <ActButtons
            book={book}
            ops={ops}
            off={dialog !== null || paper !== null}
            preselect={props.action}
            onAct={(op) => void onAct(op)}
          />
        }
      >
        <div className="entry-main">
          <EntryFields
            book={book}
            label={t('book:screen.line')}
            fields={props.fields(entry)}
            line={entry}
            strikes={entry.strikes}
            desk={desk}
            plain={plain}
          />
          {props.children?.(entry, { markSaved, plain })}
        </div>
        <section className="entry-story">
          <h2>{t('book:screen.story')}</h2>
          <Timeline
            label={t('book:screen.story')}
            happenings={happeningsOf(book, asked.data?.story ?? [], words, desk)}
          />
        </section>
      </EntryFrame>
      <OpenDialog
        {...props}
        entry={entry}
        op={dialog}
        about={props.about?.(entry) ?? `${entry.serialNo}  ${name}`}
        onOp={setDialog}
        onDone={markSaved}
        onShow={setPlain}
      />
      <PrintPreview request={paper} onClose={() => setPaper(null)} />
    </>
  );
}

/** Name of an act of the book itself; acts of other registers keep their whole name. */
const actIn = (book: Book, op: string): string => {
  const [register, act] = op.split('.');
  return register === book.register || act === undefined ? (act ?? op) : op;
};

function opsOf<L extends Line>(props: EntryPageProps<L>, entry: L, next: readonly string[]): string[] {
  const { book, desk, unmask } = props;
  const is = (list: readonly string[] | undefined, op: string) =>
    Boolean(list?.includes(op) || list?.includes(op.split('.')[1] ?? ''));
  const here = next.filter((op) => !is(props.elsewhere, op));
  const ops = [...here.filter((op) => !is(props.last, op)), ...here.filter((op) => is(props.last, op))];
  const unmaskOp = `${book.register}.unmask`;
  if (unmask && !ops.includes(unmaskOp) && unmask.masked(entry) && desk.may(unmask.permit))
    ops.push(unmaskOp);
  return ops;
}

interface OpenDialogProps<L extends Line> extends Omit<EntryPageProps<L>, 'about'> {
  entry: L;
  /** The open dialog's operation; null: none. */
  op: string | null;
  about: string;
  onOp: (op: string | null) => void;
  onDone: () => void;
  onShow: (values: PlainValues) => void;
}

function OpenDialog<L extends Line>(props: OpenDialogProps<L>) {
  const { book, desk, entry, op, about, onOp, onDone } = props;
  if (op === null) return null;
  const onClose = () => onOp(null);
  const act = actIn(book, op);
  const Own = props.dialogs?.[op] ?? props.dialogs?.[act] ?? props.dialogs?.[op.split('.')[1] ?? ''];
  if (Own)
    return (
      <Own
        entry={entry}
        desk={desk}
        onClose={onClose}
        onDone={onDone}
        onOther={(other) => onOp(other.includes('.') ? other : `${book.register}.${other}`)}
      />
    );
  const shared = { book, entry, about, onClose, onDone };
  if (act === 'void') return <VoidLine {...shared} />;
  if (act === 'unmask')
    return <Unmask book={book} entryId={entry.id} about={about} onClose={onClose} onShow={props.onShow} />;
  if (act === 'correct' && props.correct)
    return (
      <CorrectLine
        {...shared}
        desk={desk}
        fields={props.correct.fields(entry)}
        editors={props.correct.editors ?? {}}
        freeUntil={props.asked.data?.freeUntil ?? null}
      />
    );
  return null;
}

interface PaperButtonsProps {
  papers: readonly PrintRequest[];
  onPrint: (request: PrintRequest) => void;
}

function PaperButtons({ papers, onPrint }: PaperButtonsProps) {
  const { t } = useWords();
  return papers.map((request, index) => (
    <Button key={request.form} variant="subtle" onClick={() => onPrint(request)}>
      {t(formLabel(request.form))} {index === 0 && request.entryId ? <Kbd size="xs">Ctrl+P</Kbd> : null}
    </Button>
  ));
}
