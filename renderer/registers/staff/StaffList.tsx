import { Button } from '@mantine/core';
import { useState } from 'react';
import type { StaffRow } from '../../../shared/registers/staff';
import { useWords } from '../../i18n';
import { useCommand, useOp } from '../../queries';
import { useActor, usePermit } from '../../ui/actor';
import { Dialog } from '../../ui/Dialog';
import { EmptyState } from '../../ui/EmptyState';
import { useNotices } from '../../ui/Notices';
import { ErrorLine, useRefusal } from '../../ui/refusal';
import { StateMark, type Tone } from '../../ui/StateMark';
import { PersonForm } from './PersonForm';
import { SecretDialog } from './SecretDialog';

type Open = { what: 'add' } | { what: 'amend' | 'secret' | 'off'; person: StaffRow } | null;

/** The people of the office: who they are, what they may do, whether they can sign in. Never deleted. */
export function StaffList() {
  const { t } = useWords();
  const staff = useOp('staff.list', {});
  const manages = usePermit('staff.manage');
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  return (
    <>
      <div className="row apart">
        <p className="quiet small grow">{t('core:staff.neverDeleted')}</p>
        {manages ? <Button onClick={() => setOpen({ what: 'add' })}>{t('core:staff.add')}</Button> : null}
      </div>
      <ErrorLine error={staff.error?.error} />
      {staff.data?.length === 0 ? <EmptyState what={t('core:staff.empty')} /> : null}
      {staff.data && staff.data.length > 0 ? (
        <table className="plain-table staff">
          <thead>
            <tr>
              {(['staffNo', 'name', 'initials', 'roles', 'capacities', 'state'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`core:staff.${column}`)}
                </th>
              ))}
              <th aria-label={t('core:frame.menu')} />
            </tr>
          </thead>
          <tbody>
            {staff.data.map((person) => (
              <Person key={person.id} person={person} manages={manages} onOpen={setOpen} />
            ))}
          </tbody>
        </table>
      ) : null}
      <Dialog
        title={
          open?.what === 'amend' ? t('core:staff.amend', { name: open.person.name }) : t('core:staff.add')
        }
        opened={open?.what === 'add' || open?.what === 'amend'}
        onClose={close}
        width={760}
      >
        <PersonForm person={open?.what === 'amend' ? open.person : null} onDone={close} onBack={close} />
      </Dialog>
      <SecretDialog person={open?.what === 'secret' ? open.person : null} onClose={close} />
      <DeactivateDialog person={open?.what === 'off' ? open.person : null} onClose={close} />
    </>
  );
}

function standing(person: StaffRow): { word: string; tone: Tone } {
  if (!person.active) return { word: 'inactive', tone: 'void' };
  if (person.lockedUntil) return { word: 'lockedOut', tone: 'late' };
  return person.hasSecret ? { word: 'ready', tone: 'done' } : { word: 'noSecret', tone: 'missing' };
}

interface PersonProps {
  person: StaffRow;
  manages: boolean;
  onOpen: (open: Open) => void;
}

function Person({ person, manages, onOpen }: PersonProps) {
  const { t } = useWords();
  const actor = useActor();
  const notices = useNotices();
  const say = useRefusal();
  const unlock = useCommand('staff.unlock');
  const setActive = useCommand('staff.setActive');
  const { word, tone } = standing(person);
  const act = async (work: () => ReturnType<typeof unlock.run> | ReturnType<typeof setActive.run>) => {
    const result = await work();
    if (result && !result.ok) notices.say(say(result.error), true);
  };
  return (
    <tr className={person.active ? undefined : 'off'}>
      <td className="number">{person.staffNo}</td>
      <td className="staff-name">{person.name}</td>
      <td>{person.initials}</td>
      <td>{person.roles.map((role) => t(`core:role.${role}`)).join(t('core:listComma'))}</td>
      <td>{person.capacities.map((capacity) => t(`core:capacity.${capacity}`)).join(t('core:listComma'))}</td>
      <td>
        <StateMark word={t(`core:staff.${word}`)} tone={tone} />
      </td>
      <td>
        {manages ? (
          <div className="row end staff-acts">
            <Button size="compact-sm" variant="subtle" onClick={() => onOpen({ what: 'amend', person })}>
              {t('core:action.change')}
            </Button>
            {person.active ? (
              <Button size="compact-sm" variant="subtle" onClick={() => onOpen({ what: 'secret', person })}>
                {t(person.roles.includes('sysAdmin') ? 'core:staff.set.passphrase' : 'core:staff.set.pin')}
              </Button>
            ) : null}
            {person.lockedUntil ? (
              <Button
                size="compact-sm"
                variant="subtle"
                loading={unlock.busy}
                onClick={() => void act(() => unlock.run({ id: person.id }))}
              >
                {t('core:staff.unlock')}
              </Button>
            ) : null}
            {person.active && person.id !== actor.staffId ? (
              <Button
                size="compact-sm"
                variant="subtle"
                color="red"
                onClick={() => onOpen({ what: 'off', person })}
              >
                {t('core:staff.deactivate')}
              </Button>
            ) : null}
            {person.active ? null : (
              <Button
                size="compact-sm"
                variant="subtle"
                loading={setActive.busy}
                onClick={() =>
                  void act(() => setActive.run({ id: person.id, version: person.version, active: true }))
                }
              >
                {t('core:staff.activate')}
              </Button>
            )}
          </div>
        ) : null}
      </td>
    </tr>
  );
}

function DeactivateDialog({ person, onClose }: { person: StaffRow | null; onClose: () => void }) {
  const { t } = useWords();
  const setActive = useCommand('staff.setActive');
  const send = async (leaving: StaffRow) => {
    const result = await setActive.run({ id: leaving.id, version: leaving.version, active: false });
    if (result?.ok) onClose();
  };
  return (
    <Dialog title={t('core:staff.deactivate')} opened={person !== null} onClose={onClose} width={460}>
      {person ? (
        <div className="stack">
          <p>{t('core:staff.deactivateText', { name: person.name })}</p>
          <ErrorLine error={setActive.error} />
          <div className="row end">
            <Button variant="subtle" color="gray" data-autofocus onClick={onClose}>
              {t('core:action.back')}
            </Button>
            <Button color="red" loading={setActive.busy} onClick={() => void send(person)}>
              {t('core:staff.deactivate')}
            </Button>
          </div>
        </div>
      ) : null}
    </Dialog>
  );
}
