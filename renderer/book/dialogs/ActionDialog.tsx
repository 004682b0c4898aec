import type { ReactNode } from 'react';
import type { OpError } from '../../../shared/result';
import { Dialog } from '../../ui/Dialog';
import { FormFrame } from '../../ui/FormFrame';

interface ActionDialogProps {
  /** What is being done: the words of the button that opened it. */
  title: string;
  /** Which entry it is done to: number and name, so nobody acts on the wrong line. */
  about: string;
  /** One sentence of the rule behind the act, for whoever does it the first time. */
  rule?: string;
  onSave: () => void;
  onClose: () => void;
  error?: OpError | null;
  busy?: boolean;
  saveLabel?: string;
  /** The act cannot be taken back. */
  grave?: boolean;
  disabled?: boolean;
  /** Further buttons left of save. */
  actions?: ReactNode;
  wide?: boolean;
  children: ReactNode;
}

/** Frame of every act on an entry: focus on the first empty field, Enter goes on, Ctrl+Enter saves, Esc closes with the text kept. */
export function ActionDialog(props: ActionDialogProps) {
  const { title, about, rule, children } = props;
  return (
    <Dialog
      opened
      onClose={props.onClose}
      width={props.wide ? 940 : 560}
      title={
        <>
          {title} <span className="quiet small act-about">{about}</span>
        </>
      }
    >
      <FormFrame
        label={title}
        onSave={props.onSave}
        onBack={props.onClose}
        error={props.error ?? null}
        busy={props.busy ?? false}
        saveLabel={props.saveLabel ?? title}
        grave={props.grave ?? false}
        disabled={props.disabled ?? false}
        actions={props.actions}
        autoFocus
      >
        {rule ? <p className="quiet small">{rule}</p> : null}
        {children}
      </FormFrame>
    </Dialog>
  );
}
