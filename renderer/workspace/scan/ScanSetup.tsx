import { Switch } from '@mantine/core';
import { useEffect, useState } from 'react';
import { TEST_CODE } from '../../../shared/scan';
import { useWords } from '../../i18n';
import { beep, soundOn, switchSound } from '../../ui/beep';
import { Dialog } from '../../ui/Dialog';
import { Barcode } from '../../ui/paper/Barcode';
import { useScanTarget } from '../../ui/scan-target';
import { type SeenKey, watchKeys } from '../../ui/scan-watch';

interface ScanSetupProps {
  opened: boolean;
  onClose: () => void;
}

/** 扫码枪设置: how to set the machine, a barcode to try it, and every key it sends. Changes nothing but the sound. */
export function ScanSetup({ opened, onClose }: ScanSetupProps) {
  const { t } = useWords();
  return (
    <Dialog title={t('scan:setup.title')} opened={opened} onClose={onClose} width={720}>
      {opened ? <Setup /> : null}
    </Dialog>
  );
}

/** Keys shown at most: three scans' worth. */
const KEEP = 45;
interface Row extends SeenKey {
  id: number;
}

function Setup() {
  const { t } = useWords();
  const [rows, setRows] = useState<readonly Row[]>([]);
  const [read, setRead] = useState<string | null>(null);
  const [sound, setSound] = useState(soundOn);
  const here = useScanTarget(
    ({ code, own }) => {
      setRead(
        t(
          own?.kind === 'test'
            ? 'scan:setup.readTest'
            : own
              ? 'scan:setup.readOwn'
              : 'scan:setup.readForeign',
          { code },
        ),
      );
      return own ? 'taken' : 'wrong';
    },
    { foreign: true },
  );
  useEffect(() => {
    let count = 0;
    return watchKeys((seen) => {
      count += 1;
      const row = { ...seen, id: count };
      setRows((before) => [row, ...before].slice(0, KEEP));
    });
  }, []);
  return (
    <div className="scan-setup" ref={here}>
      <ul>
        {(['terminator', 'keyboard', 'prefix', 'ime'] as const).map((hint) => (
          <li key={hint}>{t(`scan:setup.hint.${hint}`)}</li>
        ))}
      </ul>
      <div className="row">
        <div className="scan-test">
          <Barcode digits={TEST_CODE} moduleMm={0.5} heightMm={14} />
        </div>
        <p className="grow scan-stands" role="status">
          {read ?? t('scan:setup.waiting')}
        </p>
      </div>
      <Switch
        label={t('scan:setup.sound')}
        checked={sound}
        onChange={(event) => {
          switchSound(event.currentTarget.checked);
          setSound(event.currentTarget.checked);
          beep(true);
        }}
      />
      <section className="scan-keys" aria-label={t('scan:setup.keys')}>
        <table>
          <thead>
            <tr>
              {(['key', 'code', 'gap', 'composing', 'verdict'] as const).map((head) => (
                <th key={head}>{t(`scan:setup.head.${head}`)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <td>{row.key}</td>
                <td>{row.code || row.keyCode}</td>
                <td className="number">{row.gap === null ? '—' : row.gap.toFixed(1)}</td>
                <td>{t(row.isComposing ? 'scan:setup.yes' : 'scan:setup.no')}</td>
                <td>{t(`scan:setup.verdict.${row.verdict}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}
