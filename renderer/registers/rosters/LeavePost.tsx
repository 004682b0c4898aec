import { type RefObject, useState } from 'react';
import { isoOf, MINUTE_MS, msOf, timeOf } from '../../../shared/dates';
import { LONG_ABSENCE_MINUTES } from '../../../shared/registers/post-covers.row';
import { fieldLabel } from '../../book/book';
import type { Desk } from '../../book/desk';
import { useSecond } from '../../book/dialogs/use-second';
import { type Editor, EditorField, TIME } from '../../book/editors';
import { focusFirst, QuickStrip } from '../../book/QuickStrip';
import { useWords } from '../../i18n';
import { useCommand } from '../../queries';
import { useDraft } from '../../ui/drafts';
import { SuggestField } from '../../ui/fields/SuggestField';
import { instantTyped, nowIso } from '../../ui/fields/TimeField';
import { PinConfirm } from '../../ui/PinConfirm';
import { POST_COVERS } from './books';
import { STAFF } from './fields';

interface LeavePostProps {
  desk: Desk;
  place: RefObject<HTMLElement | null>;
  onBack: () => void;
}
const EMPTY = { post: '', leaverId: '', reason: '', standInId: '', leftAt: '', dueAt: '', note: '' };

const BY_PHONE = { how: 'rosters:screen.byPhone', hint: 'rosters:screen.byPhoneHint' };

/** When they mean to be back, if nothing is typed: within the half hour that is no problem yet. */
const halfHour = (): string => timeOf(isoOf(msOf(nowIso()) + LONG_ABSENCE_MINUTES * MINUTE_MS));

/** 登记离岗: who leaves, who stands in, who allowed it (S15, L12). */
export function LeavePost({ desk, place, onBack }: LeavePostProps) {
  const { t } = useWords();
  const command = useCommand('postCovers.register');
  const { values, set, clear } = useDraft('postCovers.register', EMPTY);
  const second = useSecond(command.error);
  const [saved, setSaved] = useState<{ serialNo: string; at: string } | null>(null);
  const first = { post: desk.settings.posts[0] ?? '', leaverId: desk.actor.staffId };

  const permission = () => {
    if (second.typed.how === 'pending') return { second: null, byPhone: true };
    // A supervisor who records it allows it.
    if (desk.may('postCovers.approve') && !second.typed.staffId) return { second: null };
    return { second: second.person };
  };
  const save = async () => {
    const result = await command.run({
      post: values.post || first.post,
      leaverId: values.leaverId || first.leaverId,
      reason: values.reason,
      standInId: values.standInId,
      leftAt: instantTyped(values.leftAt),
      dueAt: instantTyped(values.dueAt || halfHour()),
      note: values.note,
      ...permission(),
    });
    if (!result?.ok) return;
    setSaved({ serialNo: result.data.serialNo, at: nowIso() });
    clear(EMPTY);
    second.forgetPin();
    focusFirst(place);
  };
  const field = (name: keyof typeof EMPTY, editor: Editor, required = false, start = '') => (
    <EditorField
      editor={editor}
      label={t(fieldLabel(POST_COVERS, name))}
      name={name}
      required={required}
      value={values[name] || start}
      onChange={(text) => set({ [name]: text })}
    />
  );
  const post: Editor = {
    kind: 'own',
    draw: (props) => (
      <SuggestField {...props} suggestions={desk.settings.posts.map((value) => ({ value, hint: null }))} />
    ),
  };
  return (
    <QuickStrip
      label={t('rosters:screen.leave')}
      place={place}
      begun={values.reason !== '' || values.standInId !== '' || command.error !== null}
      error={second.error}
      busy={command.busy}
      saved={saved}
      onSave={() => void save()}
      onBack={onBack}
      foot={
        <div>
          <p className="quiet small">{t('rosters:screen.approverWhy')}</p>
          <PinConfirm
            label={t('rosters:screen.approverSigns')}
            permit="postCovers.approve"
            value={second.typed}
            onChange={second.set}
            allowPending
            pendingWords={BY_PHONE}
          />
        </div>
      }
    >
      {field('post', post, true, first.post)}
      {field('leaverId', STAFF, true, first.leaverId)}
      {field('reason', { kind: 'text', max: 200 }, true)}
      {field('standInId', STAFF, true)}
      {field('leftAt', TIME)}
      {field('dueAt', { kind: 'time', later: true })}
      {field('note', { kind: 'text', max: 300 })}
    </QuickStrip>
  );
}
