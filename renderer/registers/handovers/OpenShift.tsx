import { useState } from 'react';
import type { Desk } from '../../book/desk';
import { ActionDialog } from '../../book/dialogs/ActionDialog';
import { useWords } from '../../i18n';
import { useCommand } from '../../queries';
import { ChoiceField } from '../../ui/fields/ChoiceField';

interface OpenShiftProps {
  desk: Desk;
  onClose: () => void;
  onMade: (id: string) => void;
}

/** 开班: at which desk. */
export function OpenShift({ desk, onClose, onMade }: OpenShiftProps) {
  const { t } = useWords();
  const open = useCommand('handovers.open');
  const [post, setPost] = useState(desk.settings.posts[0] ?? '');
  const save = async () => {
    const done = await open.run({ post });
    if (!done?.ok) return;
    onClose();
    onMade(done.data.id);
  };
  return (
    <ActionDialog
      title={t('handovers:op.handovers.open')}
      about={desk.actor.name}
      onSave={() => void save()}
      onClose={onClose}
      error={open.error}
      busy={open.busy}
    >
      <ChoiceField
        label={t('handovers:screen.post')}
        name="post"
        required
        choices={desk.settings.posts.map((one) => ({ value: one, label: one }))}
        value={post}
        onChange={(next) => setPost(next ?? '')}
      />
    </ActionDialog>
  );
}
