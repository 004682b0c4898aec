import { useState } from 'react';
import { COLLECTOR_RELATIONS } from '../../../shared/registers/mail-items.row';
import { fieldLabel, opLabel, ruleLabel } from '../../book/book';
import { type Editor, EditorField, LONG_TEXT, TIME } from '../../book/editors';
import { usePapers } from '../../book/use-papers';
import { useWords } from '../../i18n';
import { useCommand, useOp } from '../../queries';
import { Dialog } from '../../ui/Dialog';
import { FormFrame, type SaveHow } from '../../ui/FormFrame';
import { SuggestField } from '../../ui/fields/SuggestField';
import { instantTyped } from '../../ui/fields/TimeField';
import { UnitField } from '../units/UnitField';
import { MAIL_ITEMS } from './books';
import { MailTicks, useTicks } from './MailTicks';

interface CollectDialogProps {
  /** The unit whose mail is collected; '' asks for it. */
  unitId: string;
  /** The item that was scanned or opened; the others that wait with it are ticked too. */
  itemId?: string;
  about?: string;
  onClose: () => void;
  onDone?: () => void;
}

const NEW = { takerName: '', takerRelation: '', takerIdTail: '', at: '', closeNote: '' };
type Field = keyof typeof NEW;
const RELATION: Editor = { kind: 'choice', group: 'mail:relation', codes: COLLECTOR_RELATIONS };
const TAIL: Editor = { kind: 'text', max: 4 };

/** 领件: everything that waits for a unit, handed over against one signature (room, Enter, Ctrl+Enter or Ctrl+P). */
export function CollectDialog({ unitId, itemId, about, onClose, onDone }: CollectDialogProps) {
  const { t } = useWords();
  const collect = useCommand('mailItems.collect');
  const papers = usePapers();
  const [unit, setUnit] = useState(unitId);
  const [typed, setTyped] = useState(NEW);
  const asked = useOp(
    'mailItems.waitingWith',
    { id: itemId ?? null, unitId: unit || null },
    { enabled: unit !== '' || itemId !== undefined },
  );
  const rows = asked.data?.rows ?? [];
  const ticks = useTicks(rows);
  const names = [...new Set(rows.flatMap((row) => row.addresseeName ?? []))];
  /** One addressee alone is most likely who stands here. */
  const expected = names.length === 1 ? (names[0] ?? '') : '';
  const taker = typed.takerName || expected;
  const relation =
    typed.takerRelation || (taker === '' || names.includes(taker) || names.length === 0 ? 'self' : 'family');
  const title = t(opLabel(MAIL_ITEMS, 'mailItems.collect'));
  const rule = ruleLabel(MAIL_ITEMS, 'mailItems.collect');

  const save = async (how: SaveHow) => {
    const done = await collect.run({
      items: ticks.items,
      at: instantTyped(typed.at),
      takerName: taker,
      takerRelation: COLLECTOR_RELATIONS.find((one) => one === relation) ?? 'self',
      takerIdTail: typed.takerIdTail,
      closeNote: typed.closeNote,
    });
    if (!done?.ok) return;
    const [first] = done.data.items;
    if (how === 'print' && first) await papers.print(['mailReceipt'], first.id);
    onDone?.();
    onClose();
  };
  const set = (field: Field, text: string) => setTyped((before) => ({ ...before, [field]: text }));
  const field = (name: Field, editor: Editor) => (
    <EditorField
      editor={editor}
      label={name === 'at' ? t(fieldLabel(MAIL_ITEMS, 'closedAt')) : t(fieldLabel(MAIL_ITEMS, name))}
      name={name}
      required={name === 'takerRelation'}
      value={name === 'takerRelation' ? relation : typed[name]}
      onChange={(text) => set(name, text)}
    />
  );
  return (
    <Dialog
      opened
      onClose={onClose}
      width={860}
      title={
        <>
          {title} <span className="quiet small act-about">{about ?? t('mail:screen.collectWho')}</span>
        </>
      }
    >
      <FormFrame
        label={title}
        onSave={(how) => void save(how)}
        onBack={onClose}
        error={collect.error ?? papers.error}
        busy={collect.busy}
        saveLabel={t('mail:screen.oneSign', { n: ticks.items.length })}
        disabled={ticks.items.length === 0}
        saveAndPrint
        autoFocus
      >
        {rule ? <p className="quiet small">{t(rule)}</p> : null}
        <div className="quick-fields even">
          {itemId === undefined ? <UnitField name="unitId" required value={unit} onChange={setUnit} /> : null}
          <SuggestField
            label={t(fieldLabel(MAIL_ITEMS, 'takerName'))}
            name="takerName"
            required
            placeholder={expected}
            suggestions={names.map((value) => ({ value, hint: null }))}
            value={typed.takerName}
            onChange={(text) => set('takerName', text)}
          />
          {field('takerRelation', RELATION)}
          {field('takerIdTail', TAIL)}
          {field('at', TIME)}
          {field('closeNote', LONG_TEXT)}
        </div>
        {rows.length > 0 ? (
          <MailTicks ticks={ticks} />
        ) : (
          <p className="quiet">
            {t(
              unit === ''
                ? 'mail:screen.chooseUnit'
                : asked.data
                  ? 'mail:screen.nothingWaits'
                  : 'core:loading',
            )}
          </p>
        )}
      </FormFrame>
    </Dialog>
  );
}
