import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../../i18n';
import { Entrance } from '../Entrance';

interface RecoveryCodeProps {
  /** Shown once, large; kept nowhere. */
  code: string;
  onDone: () => void;
}

/** The one-time recovery code. It cannot be left before somebody says that it is on paper. */
export function RecoveryCode({ code, onDone }: RecoveryCodeProps) {
  const { t } = useWords();
  const [copied, setCopied] = useState(false);
  return (
    <Entrance title={t('core:recovery.title')} subtitle={t('core:app.name')}>
      <output className="recovery-code">{code}</output>
      <p>{t('core:recovery.once')}</p>
      <div className="row apart not-printed">
        <Checkbox
          label={t('core:recovery.copied')}
          checked={copied}
          onChange={(event) => setCopied(event.currentTarget.checked)}
        />
        <div className="row">
          <Button variant="default" onClick={() => window.print()}>
            {t('core:recovery.print')}
          </Button>
          <Button disabled={!copied} onClick={onDone}>
            {t('core:recovery.finish')}
          </Button>
        </div>
      </div>
    </Entrance>
  );
}
