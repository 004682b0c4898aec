import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { Actor } from '../../../shared/registers/session';
import { useWords } from '../../i18n';
import { useCommand } from '../../queries';
import { FormFrame } from '../../ui/FormFrame';
import { SecretField } from '../../ui/fields/SecretField';
import { isComposing } from '../../ui/keys';
import { PinPad } from './PinPad';

interface SecretFormProps {
  staffId: string;
  kind: 'pin' | 'passphrase';
  /** Word of the button: 进入, 解锁. */
  submit: string;
  /** Word of the way back; none without. */
  back?: string;
  onBack?: () => void;
  onProven: (proven: { actor: Actor; mustChangePin: boolean }, secret: string) => void;
}

/** The one field that proves who you are. A wrong try empties it and keeps the focus. */
export function SecretForm({ staffId, kind, submit, back, onBack, onProven }: SecretFormProps) {
  const { t } = useWords();
  const [secret, setSecret] = useState('');
  const signIn = useCommand('session.signIn');
  const place = useRef<HTMLDivElement>(null);
  const focus = () => place.current?.querySelector('input')?.focus();
  useEffect(() => place.current?.querySelector('input')?.focus(), []);

  const send = async () => {
    if (!secret) return;
    const result = await signIn.run({ staffId, secret });
    if (!result) return;
    if (result.ok) onProven(result.data, secret);
    else {
      setSecret('');
      focus();
    }
  };
  return (
    <FormFrame
      label={submit}
      onSave={() => void send()}
      error={signIn.error}
      busy={signIn.busy}
      bare
      {...(onBack ? { onBack } : {})}
    >
      {/* Enter in the only field signs in: there is no next field. */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: catches the field's Enter before the form walks on */}
      <div
        ref={place}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !isComposing(event) && event.target instanceof HTMLInputElement) {
            event.preventDefault();
            event.stopPropagation();
            void send();
          }
        }}
      >
        <SecretField
          label={t(`core:signIn.${kind}`)}
          name="secret"
          kind={kind}
          value={secret}
          onChange={setSecret}
        />
      </div>
      {kind === 'pin' ? <PinPad value={secret} onChange={setSecret} onPressed={focus} /> : null}
      <div className="row end">
        {back && onBack ? (
          <Button variant="subtle" color="gray" title="Esc" onClick={onBack}>
            {back}
          </Button>
        ) : null}
        <Button type="submit" data-save loading={signIn.busy} disabled={secret === ''}>
          {submit}
        </Button>
      </div>
    </FormFrame>
  );
}
