import { useEffect, useRef, useState } from 'react';
import type { GoodsReleaseLine } from '../../../shared/registers/goods-releases.row';
import { fieldLabel } from '../../book/book';
import type { Desk } from '../../book/desk';
import { useWords } from '../../i18n';
import { useCommand } from '../../queries';
import { useDraft } from '../../ui/drafts';
import { FormFrame } from '../../ui/FormFrame';
import { ChoiceField } from '../../ui/fields/ChoiceField';
import { TextField } from '../../ui/fields/TextField';
import { useRemembered } from '../../ui/remembered';
import { GOODS_RELEASES } from './books';
import { GateLines } from './GateLines';
import { differencesOf, type Marks, openLines } from './gate-marks';

interface GateCheckProps {
  /** A slip that is at the gate. */
  entry: GoodsReleaseLine;
  desk: Desk;
  onClose: () => void;
  onDone: (result: 'released' | 'mismatch') => void;
}

/**
 * The comparison at the gate: goods big and one by one, then who carries them. Everything as on the slip: 放行; anything
 * different: 货单不符, and the goods stay. The door checks both again.
 */
export function GateCheck({ entry, desk, onClose, onDone }: GateCheckProps) {
  const { t } = useWords();
  const release = useCommand('goodsReleases.release');
  const mismatch = useCommand('goodsReleases.mismatch');
  const { gates } = desk.settings.release;
  const [post, setPost] = useRemembered(desk.actor.staffId, 'gatePost', gates[0] ?? '');
  const { values, set, clear } = useDraft(`goodsReleases.gate.${entry.id}`, {
    marks: {} as Marks,
    moverName: entry.handlerName ?? '',
    moverDocument: '',
    extra: '',
  });
  const [begun, setBegun] = useState(false);
  const form = useRef<HTMLDivElement>(null);
  const open = openLines(entry.goods, values.marks);
  const differences = differencesOf(entry.goods, values.marks);
  const differs = differences.length > 0 || values.extra.trim() !== '';
  const save = async () => {
    if (open > 0 && !differs) return;
    const { id, version } = entry;
    const { moverName, moverDocument, extra } = values;
    const common = { id, version, gatePost: post, moverName, moverDocument };
    const done = differs ? await mismatch.run({ ...common, differences, extra }) : await release.run(common);
    if (!done?.ok) return;
    clear();
    onDone(differs ? 'mismatch' : 'released');
  };
  useEffect(() => {
    // All lines compared: typing goes on with who carries them.
    if (!begun || open > 0) return;
    form.current?.querySelector<HTMLElement>('[data-name="moverName"]')?.focus();
  }, [begun, open]);
  const label = (field: string) => t(fieldLabel(GOODS_RELEASES, field));
  return (
    <FormFrame
      label={t('goods-releases:op.goodsReleases.arrive')}
      onSave={() => void save()}
      onBack={onClose}
      error={release.error ?? mismatch.error}
      busy={release.busy || mismatch.busy}
      grave={differs}
      disabled={open > 0 && !differs}
      saveLabel={t(
        differs
          ? 'goods-releases:gate.stays'
          : open > 0
            ? 'goods-releases:gate.open'
            : 'goods-releases:gate.leave',
        { n: open },
      )}
    >
      <GateLines
        goods={entry.goods}
        marks={values.marks}
        onMarks={(marks) => {
          setBegun(true);
          set({ marks });
        }}
      />
      <div ref={form} className="quick-fields even">
        <TextField
          label={label('extra')}
          name="extra"
          max={200}
          placeholder={t('goods-releases:gate.extraHint')}
          value={values.extra}
          onChange={(extra) => set({ extra })}
        />
        <ChoiceField
          label={label('gatePost')}
          name="gatePost"
          required
          choices={gates.map((gate) => ({ value: gate, label: gate }))}
          value={gates.includes(post) ? post : (gates[0] ?? null)}
          onChange={(gate) => setPost(gate ?? '')}
        />
        <TextField
          label={label('moverName')}
          name="moverName"
          required
          max={40}
          value={values.moverName}
          onChange={(moverName) => set({ moverName })}
        />
        <TextField
          label={label('moverDocument')}
          name="moverDocument"
          max={4}
          value={values.moverDocument}
          onChange={(moverDocument) => set({ moverDocument })}
        />
      </div>
      <p className="quiet small">{t('goods-releases:gate.signHint')}</p>
    </FormFrame>
  );
}
