import { Button } from '@mantine/core';
import { type ComponentType, useState } from 'react';
import type { Output } from '../../../shared/api';
import type { PartyLine, PartyStay } from '../../../shared/registers/parties';
import { PARTY_CORRECTABLE } from '../../../shared/registers/parties.row';
import type { EntryPageProps } from '../../book/BookTab';
import type { Desk } from '../../book/desk';
import type { EntryField } from '../../book/EntryFields';
import { EntryLink } from '../../book/EntryLink';
import { EntryPage } from '../../book/EntryPage';
import { useWords } from '../../i18n';
import { useOp } from '../../queries';
import { PARTIES } from './books';
import { MemberLeft, MoveOut, Renew, VehicleLeft, VoidStay } from './dialogs/child-acts';
import {
  AddMember,
  AddVehicle,
  AmendParty,
  Deactivate,
  MarkVip,
  MoveIn,
  Reactivate,
} from './dialogs/party-acts';
import { PARTY_EDITORS } from './editors';
import { PARTY_TONES } from './tones';
import './units.css';

const always = (field: string): EntryField => ({ field });
const ifAny = (field: string): EntryField => ({ field, ifAny: true });
const FIELDS: readonly EntryField[] = [
  ...['kind', 'name', 'gender', 'bornOn', 'documentKind', 'document', 'phone', 'otherPhone'].map(always),
  ...['email', 'address', 'employer', 'businessKind', 'personInCharge', 'staffCount'].map(ifAny),
  { field: 'businessScope', wide: true, ifAny: true },
  ...['pets', 'channel', 'externalNo', 'vip'].map(ifAny),
  { field: 'note', wide: true, ifAny: true },
  ...['voidReason', 'voidedAt', 'voidedByName'].map(ifAny),
  ...['recordedAt', 'recorderName'].map(always),
];
const DIALOGS = {
  moveIn: MoveIn,
  amend: AmendParty,
  addMember: AddMember,
  addVehicle: AddVehicle,
  markVip: MarkVip,
  deactivate: Deactivate,
  reactivate: Reactivate,
};

/** One resident file with its units over time, its people and its cars. */
export function PartyEntry({ id, desk, action, onBack }: EntryPageProps) {
  const asked = useOp('parties.entry', { id }, { keep: true });
  return (
    <EntryPage<PartyLine>
      book={PARTIES}
      desk={desk}
      asked={asked}
      action={action}
      onBack={onBack}
      name={(party) => party.name ?? ''}
      tone={(party) => PARTY_TONES[party.state]}
      fields={() => FIELDS}
      dialogs={DIALOGS}
      last={['deactivate', 'markVip']}
      correct={{ fields: () => PARTY_CORRECTABLE, editors: PARTY_EDITORS }}
      unmask={{
        permit: 'parties.unmask',
        masked: (party) =>
          [party.phone, party.otherPhone, party.document, party.email].some((value) => value !== null),
      }}
      papers={{ permit: 'units.print', of: (party) => [{ form: 'F42', entryId: party.id }] }}
    >
      {(_, { markSaved }) => (asked.data ? <Kin file={asked.data} desk={desk} onSaved={markSaved} /> : null)}
    </EntryPage>
  );
}

type File = Output<'parties.entry'>;
type Row = { id: string; version: number };
type ChildDialog<R extends Row> = ComponentType<{
  row: R;
  about: string;
  onClose: () => void;
  onDone: () => void;
}>;
/** The dialog that is open, with its row already in it. */
type Opened = (close: () => void) => React.ReactNode;

function Kin({ file, desk, onSaved }: { file: File; desk: Desk; onSaved: () => void }) {
  const { t } = useWords();
  const [opened, setOpened] = useState<Opened | null>(null);
  const mayKeep = desk.may('parties.register') && file.entry.state === 'active';
  const button = <R extends Row>(label: string, Dialog: ChildDialog<R>, row: R, about: string) => (
    <Button
      variant="subtle"
      size="compact-xs"
      onClick={() =>
        setOpened(() => (close: () => void) => (
          <Dialog row={row} about={about} onClose={close} onDone={onSaved} />
        ))
      }
    >
      {t(label)}
    </Button>
  );
  const stayActs = (stay: PartyStay) => (
    <span className="row">
      {mayKeep && stay.state === 'current'
        ? button('units:op.parties.renew', Renew, stay, stay.unitCode)
        : null}
      {mayKeep && stay.state === 'current'
        ? button('units:op.parties.moveOut', MoveOut, stay, stay.unitCode)
        : null}
      {desk.may('units.void') ? button('book:state.voided', VoidStay, stay, stay.unitCode) : null}
    </span>
  );
  return (
    <div className="unit-page">
      <section className="unit-block" aria-label={t('units:screen.stays')}>
        <h3>{t('units:screen.stays')}</h3>
        {file.stays.length === 0 ? <p className="quiet small">{t('units:screen.none')}</p> : null}
        <ul className="unit-rows">
          {file.stays.map((stay) => (
            <li key={stay.id} className={stay.state === 'current' ? undefined : 'quiet'}>
              <span className="unit-what">
                <EntryLink register="units" entryId={stay.unitId}>
                  {stay.unitCode}
                </EntryLink>
              </span>
              <span>
                {t(`units:role.${stay.role}`)} {t(`units:stay.${stay.state}`)}
              </span>
              <span className="small">{`${stay.fromOn ?? ''} – ${stay.toOn ?? stay.leaseUntilOn ?? ''}`}</span>
              {stayActs(stay)}
            </li>
          ))}
        </ul>
      </section>
      <section className="unit-block" aria-label={t('units:screen.members')}>
        <h3>{t('units:screen.members')}</h3>
        {file.members.length === 0 ? <p className="quiet small">{t('units:screen.none')}</p> : null}
        <ul className="unit-rows">
          {file.members.map((member) => (
            <li key={member.id} className={member.state === 'active' ? undefined : 'quiet'}>
              <span className="unit-what">{member.name}</span>
              <span>{[t(`units:member.${member.kind}`), member.relation].filter(Boolean).join(' · ')}</span>
              <span className="small number">
                {[member.phone, member.document].filter(Boolean).join(' ')}
              </span>
              {mayKeep && member.state === 'active'
                ? button('units:op.parties.memberLeft', MemberLeft, member, member.name ?? '')
                : null}
            </li>
          ))}
        </ul>
      </section>
      <section className="unit-block" aria-label={t('units:screen.cars')}>
        <h3>{t('units:screen.cars')}</h3>
        {file.vehicles.length === 0 ? <p className="quiet small">{t('units:screen.none')}</p> : null}
        <ul className="unit-rows">
          {file.vehicles.map((car) => (
            <li key={car.id} className={car.state === 'active' ? undefined : 'quiet'}>
              <span className="unit-what number">{car.plate}</span>
              <span>{[car.brand, car.model, car.colour].filter(Boolean).join(' ')}</span>
              <span className="small">{[car.unitCode, car.spaceNo].filter(Boolean).join(' · ')}</span>
              {mayKeep && car.state === 'active'
                ? button('units:op.parties.vehicleLeft', VehicleLeft, car, car.plate ?? '')
                : null}
            </li>
          ))}
        </ul>
      </section>
      {opened?.(() => setOpened(null))}
    </div>
  );
}
