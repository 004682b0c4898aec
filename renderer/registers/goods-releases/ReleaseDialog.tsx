import { useWords } from '../../i18n';
import { Dialog } from '../../ui/Dialog';
import { FormFrame } from '../../ui/FormFrame';
import { MoreFields, WhoFields } from './ReleaseFields';
import { SaveFoot } from './ReleaseStrip';
import type { ReleaseValues } from './release-form';
import { useReleaseForm } from './use-release-form';

interface ReleaseDialogProps {
  title: string;
  about: string;
  /** Name of the draft, and what stands in the form at first. */
  draft: string;
  first: ReleaseValues;
  /** The slip this one takes the place of. */
  replacesId: string | null;
  onClose: () => void;
  onDone: () => void;
}

/** The whole form in a dialog: an application changed, a slip reissued. */
export function ReleaseDialog(props: ReleaseDialogProps) {
  const { t } = useWords();
  const form = useReleaseForm(props.draft, props.first, props.replacesId);
  const save = async (how: Parameters<typeof form.save>[0]) => {
    if (!(await form.save(how))) return;
    props.onDone();
    props.onClose();
  };
  return (
    <Dialog
      opened
      onClose={props.onClose}
      width={1180}
      title={
        <>
          {props.title} <span className="quiet small act-about">{props.about}</span>
        </>
      }
    >
      <FormFrame
        label={props.title}
        onSave={(how) => void save(how)}
        onBack={props.onClose}
        error={form.error}
        busy={form.busy}
        bare
        saveAndNew
        saveAndPrint
        autoFocus
      >
        {props.replacesId ? (
          <p className="quiet small">{t('goods-releases:rule.releaseRequests.reissue')}</p>
        ) : null}
        <div className="quick-fields release-who">
          <WhoFields values={form.values} set={form.set} />
        </div>
        <MoreFields values={form.values} set={form.set} />
        <SaveFoot form={form} onSave={(how) => void save(how)} />
      </FormFrame>
    </Dialog>
  );
}
