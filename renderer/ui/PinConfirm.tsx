import { Radio } from '@mantine/core';
import type { Permit } from '../../shared/roles';
import type { SecondPerson } from '../../shared/text';
import { useWords } from '../i18n';
import { useOp } from '../queries';
import { useActor } from './actor';
import { ChoiceField } from './fields/ChoiceField';
import { SecretField } from './fields/SecretField';
import { TextField } from './fields/TextField';

/** What is typed so far; becomes a `SecondPerson` by `secondTyped`. The PIN never goes into a draft. */
export interface SecondTyped {
  how: SecondPerson['how'];
  staffId: string | null;
  pin: string;
  name: string;
}
export const NO_SECOND: SecondTyped = { how: 'pin', staffId: null, pin: '', name: '' };

/** The second person for the operation's input, or null while it is not complete. */
export function secondTyped(typed: SecondTyped): SecondPerson | null {
  if (typed.how === 'pending') return { how: 'pending' };
  if (typed.how === 'witness') return typed.name.trim() ? { how: 'witness', name: typed.name } : null;
  return typed.staffId && typed.pin ? { how: 'pin', staffId: typed.staffId, pin: typed.pin } : null;
}

interface PinConfirmProps {
  /** What this second signature is, in the words of the paper: 清点确认人②, 主管会签. */
  label: string;
  /** What the second person must be allowed to do; the choices are colleagues who hold it. */
  permit: Permit;
  value: SecondTyped;
  onChange: (value: SecondTyped) => void;
  /** A named person without an account may sign on paper instead. */
  allowWitness?: boolean;
  /** Alone on night duty: the signature may follow (待补签). */
  allowPending?: boolean;
  /** Words of a signature that follows for another reason: keys of the choice and of the line below it. */
  pendingWords?: { how: string; hint: string };
}

/** The second person joins in the same dialog, without switching user (desk-practice.md §3.2). */
export function PinConfirm(props: PinConfirmProps) {
  const { label, permit, value, onChange, allowWitness, allowPending, pendingWords } = props;
  const { t } = useWords();
  const actor = useActor();
  const seconds = useOp('staff.seconds', { permit });
  const choices = seconds.data
    ?.filter((person) => person.staffId !== actor.staffId)
    .map((person) => ({
      value: person.staffId,
      label: person.name,
      search: person.initials,
      hint: person.staffNo,
    }));
  const set = (part: Partial<SecondTyped>) => onChange({ ...value, ...part });
  const hows = [
    'pin',
    ...(allowWitness ? ['witness'] : []),
    ...(allowPending ? ['pending'] : []),
  ] as const satisfies readonly string[];
  return (
    <fieldset className="pin-confirm">
      <legend>{label}</legend>
      {hows.length > 1 ? (
        <Radio.Group
          value={value.how}
          onChange={(how) => set({ how: how as SecondTyped['how'], pin: '' })}
          aria-label={label}
        >
          <div className="row">
            {hows.map((how) => (
              <Radio
                key={how}
                value={how}
                label={t(how === 'pending' && pendingWords ? pendingWords.how : `core:second.how.${how}`)}
              />
            ))}
          </div>
        </Radio.Group>
      ) : null}
      {value.how === 'pin' ? (
        <div className="row fields-row">
          <div className="grow">
            <ChoiceField
              label={t('core:second.person')}
              name="second.staffId"
              required
              choices={choices}
              value={value.staffId}
              onChange={(staffId) => set({ staffId })}
            />
          </div>
          <SecretField
            label={t('core:second.pin')}
            name="second.pin"
            kind="pin"
            required
            width={180}
            value={value.pin}
            onChange={(pin) => set({ pin })}
          />
        </div>
      ) : null}
      {value.how === 'witness' ? (
        <TextField
          label={t('core:second.witness')}
          name="second.name"
          required
          max={40}
          value={value.name}
          hint={t('core:second.witnessHint')}
          onChange={(name) => set({ name })}
        />
      ) : null}
      {value.how === 'pending' ? (
        <p className="quiet small">{t(pendingWords?.hint ?? 'core:second.pendingHint')}</p>
      ) : null}
    </fieldset>
  );
}
