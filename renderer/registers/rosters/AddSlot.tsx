import { Button } from '@mantine/core';
import { useState } from 'react';
import type { RosterLine } from '../../../shared/registers/rosters.row';
import type { Desk } from '../../book/desk';
import { useWords } from '../../i18n';
import { useCommand } from '../../queries';
import { FormFrame } from '../../ui/FormFrame';
import { ChoiceField } from '../../ui/fields/ChoiceField';
import { SuggestField } from '../../ui/fields/SuggestField';
import { shiftName } from './books';

interface AddSlotProps {
  line: RosterLine;
  desk: Desk;
}

/** A further line of a draft's sheet: a post in a shift. */
export function AddSlot({ line, desk }: AddSlotProps) {
  const { t, lang } = useWords();
  const need = useCommand('rosters.need');
  const [open, setOpen] = useState(false);
  const [post, setPost] = useState('');
  const [shift, setShift] = useState<string | null>(null);
  const save = async () => {
    const { id, version } = line;
    const result = await need.run({ id, version, post, shift: shift ?? '', people: 0 });
    if (!result?.ok) return;
    setShift(null);
    setOpen(false);
  };
  if (!open)
    return (
      <Button variant="subtle" color="gray" onClick={() => setOpen(true)}>
        {t('rosters:screen.addSlot')}
      </Button>
    );
  return (
    <FormFrame
      label={t('rosters:screen.addSlot')}
      saveLabel={t('rosters:screen.addSlot')}
      onSave={() => void save()}
      onBack={() => setOpen(false)}
      error={need.error}
      busy={need.busy}
    >
      <div className="quick-fields even">
        <SuggestField
          label={t('rosters:screen.addPost')}
          name="post"
          required
          suggestions={desk.settings.posts.map((value) => ({ value, hint: null }))}
          value={post}
          onChange={setPost}
        />
        <ChoiceField
          label={t('rosters:screen.addShift')}
          name="shift"
          required
          choices={desk.settings.shifts.map(({ code }) => ({
            value: code,
            label: shiftName(code, desk, lang),
          }))}
          value={shift}
          onChange={setShift}
        />
      </div>
    </FormFrame>
  );
}
