import { useEffect, useState } from 'react';
import { useWords } from '../../i18n';
import { useCommand } from '../../queries';
import { FormFrame } from '../../ui/FormFrame';
import { Entrance } from '../Entrance';
import { firstOffice, type OfficeTyped, STEPS, setUpInput, stepOf } from './office-form';
import { AdminStep, AnchorStep, DeskStep, OfficeStep, PeopleStep } from './steps';

interface WizardProps {
  onBack: () => void;
  /** The office is made; this code must be printed. */
  onCode: (code: string) => void;
}

/** Five steps, one form: nothing is written before the last one, everything can be gone back to. */
export function Wizard({ onBack, onCode }: WizardProps) {
  const words = useWords();
  const { t } = words;
  const [typed, setTyped] = useState<OfficeTyped>(() => firstOffice(words));
  // Secrets stay out of the form's state that other steps see.
  const [secret, setSecret] = useState({ passphrase: '', again: '' });
  const [at, setAt] = useState(0);
  const setUp = useCommand('office.setUp');
  const step = STEPS[at] ?? 'admin';
  const last = at === STEPS.length - 1;
  const set = (part: Partial<OfficeTyped>) => setTyped((before) => ({ ...before, ...part }));

  const { error } = setUp;
  useEffect(() => {
    const field = error?.kind === 'invalid' ? Object.keys(error.fields)[0] : undefined;
    if (field) setAt(STEPS.indexOf(stepOf(field)));
  }, [error]);

  const send = async () => {
    const result = await setUp.run(setUpInput(typed, secret.passphrase));
    if (result?.ok) onCode(result.data.recoveryCode);
  };
  const complete: Record<(typeof STEPS)[number], boolean> = {
    office: [typed.name, typed.project, typed.department, typed.formPrefix].every(
      (text) => text.trim() !== '',
    ),
    people: true,
    desk: typed.station.trim() !== '' && typed.posts.trim() !== '' && typed.shifts.length > 0,
    anchor: true,
    admin:
      typed.adminName.trim() !== '' &&
      typed.staffNo.trim() !== '' &&
      secret.passphrase !== '' &&
      secret.passphrase === secret.again,
  };
  return (
    <Entrance
      title={t(`core:setup.steps.${step}`)}
      subtitle={t('core:setup.stepOf', { n: at + 1, total: STEPS.length })}
      wide
    >
      <ol className="wizard-steps">
        {STEPS.map((name, index) => (
          <li
            key={name}
            className={index === at ? 'now' : index < at ? 'done' : undefined}
            aria-current={index === at ? 'step' : undefined}
          >
            {t(`core:setup.steps.${name}`)}
          </li>
        ))}
      </ol>
      <FormFrame
        key={step}
        label={t(`core:setup.steps.${step}`)}
        onSave={() => (last ? void send() : setAt(at + 1))}
        onBack={() => (at === 0 ? onBack() : setAt(at - 1))}
        error={setUp.error}
        busy={setUp.busy}
        disabled={!complete[step]}
        saveLabel={last ? t('core:setup.create') : t('core:action.next')}
        autoFocus
      >
        {step === 'office' ? <OfficeStep typed={typed} set={set} /> : null}
        {step === 'people' ? <PeopleStep typed={typed} set={set} /> : null}
        {step === 'desk' ? <DeskStep typed={typed} set={set} /> : null}
        {step === 'anchor' ? <AnchorStep typed={typed} set={set} /> : null}
        {step === 'admin' ? (
          <AdminStep typed={typed} set={set} secret={secret} setSecret={setSecret} />
        ) : null}
      </FormFrame>
    </Entrance>
  );
}
