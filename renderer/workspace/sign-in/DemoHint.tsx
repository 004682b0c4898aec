import { DEMO_PASSPHRASE, DEMO_PIN } from '../../../shared/registers/session';
import { useWords } from '../../i18n';

/** Demo offices say their secrets; real ones never draw this. */
export function DemoHint() {
  const { t } = useWords();
  return <p className="demo-hint">{t('core:signIn.demo', { pin: DEMO_PIN, passphrase: DEMO_PASSPHRASE })}</p>;
}
