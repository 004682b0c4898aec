import { ActionDialog } from '../../../book/dialogs/ActionDialog';
import { useAct } from '../../../book/dialogs/act';
import { listOf } from '../../../book/values';
import { useWords } from '../../../i18n';
import { PhotoField } from '../../../ui/PhotoField';
import { aboutItem, type ItemAct } from './about';

/** A found item has at most six photos (contract: `photos` of foundItems.register). */
const MOST = 6;

/** Photos taken after registering. Identity papers and cards are never photographed. */
export function AddPhotos({ entry, desk, onClose, onDone }: ItemAct) {
  const { t } = useWords();
  const first = { photos: [] as string[] };
  const { command, draft, send } = useAct('foundItems.addPhotos', entry.id, first, { onClose, onDone });
  const category = desk.settings.categories.find((c) => c.code === entry.category);
  const { photos } = draft.values;
  return (
    <ActionDialog
      title={t('book:op.addPhotos')}
      about={aboutItem(entry)}
      onSave={() => void send({ id: entry.id, version: entry.version, photos })}
      onClose={onClose}
      error={command.error}
      busy={command.busy}
      disabled={photos.length === 0}
    >
      <PhotoField
        label={t('book:field.photos')}
        value={photos}
        onChange={(next) => draft.set({ photos: next })}
        max={MOST - listOf(entry.photos).length}
        forbidden={category?.photo === false ? t('found-items:refused.foundItems.photoForbidden') : null}
      />
    </ActionDialog>
  );
}
