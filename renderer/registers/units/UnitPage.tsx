import { Button } from '@mantine/core';
import { type ComponentType, type ReactNode, useState } from 'react';
import type { Output } from '../../../shared/api';
import { dayTimeOf } from '../../../shared/dates';
import type { UnitLine } from '../../../shared/registers/units';
import type { UnitPerson, UnitSection } from '../../../shared/registers/units.page';
import { opLabel } from '../../book/book';
import type { Desk } from '../../book/desk';
import { EntryLink } from '../../book/EntryLink';
import { useWords } from '../../i18n';
import { useOp } from '../../queries';
import { ErrorLine } from '../../ui/refusal';
import { homes } from '../homes';
import { useOpen } from '../open';
import { UNITS } from './books';
import { MoveOut, WithdrawDocument } from './dialogs/child-acts';

type Page = Output<'units.page'>;
interface ChildAct {
  Dialog: ComponentType<{
    row: { id: string; version: number };
    about: string;
    onClose: () => void;
    onDone: () => void;
  }>;
  row: { id: string; version: number };
  about: string;
}

interface UnitPageProps {
  unit: UnitLine;
  desk: Desk;
  onSaved: () => void;
}

/** Everything about one unit below its card: desk instructions, people, documents on file, cars, history, and the other registers. */
export function UnitPage({ unit, desk, onSaved }: UnitPageProps) {
  const asked = useOp('units.page', { id: unit.id }, { keep: true });
  const [act, setAct] = useState<ChildAct | null>(null);
  const { t } = useWords();
  const page = asked.data;
  if (!page)
    return asked.error ? (
      <ErrorLine error={asked.error.error} />
    ) : (
      <p className="quiet">{t('core:loading')}</p>
    );
  const mayKeep = desk.may('units.register') && unit.state === 'active';
  return (
    <div className="unit-page">
      {unit.deskInstructions ? (
        <p className="desk-instructions" role="note">
          <strong>{t('units:field.units.deskInstructions')}</strong> {unit.deskInstructions}
        </p>
      ) : null}
      <People people={page.people} onAct={mayKeep ? setAct : null} />
      <Documents unit={unit} documents={page.documents} onAct={mayKeep ? setAct : null} />
      <Cars page={page} />
      {page.sections.map((section) => (
        <Section key={section.register} section={section} code={unit.code} />
      ))}
      <History history={page.history} documents={page.documents} />
      {act ? (
        <act.Dialog row={act.row} about={act.about} onClose={() => setAct(null)} onDone={onSaved} />
      ) : null}
    </div>
  );
}

function Block({
  title,
  count,
  door,
  children,
}: {
  title: string;
  count?: number;
  door?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className="unit-block" aria-label={title}>
      <h3 className="row apart">
        <span>
          {title} {count === undefined ? null : <span className="number quiet">{count}</span>}
        </span>
        {door}
      </h3>
      {children}
    </section>
  );
}

type OnAct = ((act: ChildAct) => void) | null;

function People({ people, onAct }: { people: readonly UnitPerson[]; onAct: OnAct }) {
  const { t } = useWords();
  const here = people.filter((person) => person.state === 'current');
  const before = people.filter((person) => person.state !== 'current');
  return (
    <Block title={t('units:screen.people')} count={here.length}>
      {people.length === 0 ? <p className="quiet small">{t('units:screen.nobody')}</p> : null}
      <ul className="unit-rows">
        {[...here, ...before].map((person) => (
          <li key={person.id} className={person.state === 'current' ? undefined : 'quiet'}>
            <span className="unit-what">
              <EntryLink register="parties" entryId={person.partyId}>
                {person.name}
              </EntryLink>{' '}
              {person.vip === 1 ? <span className="late-mark">VIP</span> : null}{' '}
              <span>{t(`units:role.${person.role}`)}</span>
            </span>
            <span className="number">{person.phone ?? ''}</span>
            <span className="small">
              {[
                [person.fromOn, person.toOn ?? person.leaseUntilOn].some(Boolean)
                  ? `${person.fromOn ?? ''} – ${person.toOn ?? person.leaseUntilOn ?? ''}`
                  : '',
                person.state === 'current' ? '' : t(`units:stay.${person.state}`),
                ...person.members.map((one) =>
                  [one.relation ?? t(`units:member.${one.kind}`), one.name, one.phone]
                    .filter(Boolean)
                    .join(' '),
                ),
              ]
                .filter((part) => part !== '')
                .join(' · ')}
            </span>
            {onAct && person.state === 'current' ? (
              <Button
                variant="subtle"
                size="compact-xs"
                onClick={() => onAct({ Dialog: MoveOut, row: person, about: person.name })}
              >
                {t('units:op.parties.moveOut')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </Block>
  );
}

function Documents({
  unit,
  documents,
  onAct,
}: {
  unit: UnitLine;
  documents: Page['documents'];
  onAct: OnAct;
}) {
  const { t, lang } = useWords();
  const filed = documents.filter((document) => document.filed !== null).length;
  return (
    <Block title={t('units:screen.documents', { filed, all: documents.length })}>
      <ul className="unit-ticks">
        {documents.map((document) => {
          const name = lang === 'en' ? document.en : document.zh;
          const missing = unit.missing.includes(document.code);
          const { filed: row } = document;
          return (
            <li key={document.code} className={missing ? 'missing' : undefined}>
              <span aria-hidden="true">{row ? '☑' : '□'}</span> {name}{' '}
              <span className="quiet small">
                {row ? `${row.filedOn} ×${row.copies}` : missing ? t('units:screen.missing') : ''}
              </span>
              {row && onAct ? (
                <Button
                  variant="subtle"
                  size="compact-xs"
                  onClick={() => onAct({ Dialog: WithdrawDocument, row, about: name })}
                >
                  {t('units:op.units.withdrawDocument')}
                </Button>
              ) : null}
            </li>
          );
        })}
      </ul>
    </Block>
  );
}

function Cars({ page }: { page: Page }) {
  const { t } = useWords();
  const parked = new Set(page.vehicles.map((car) => car.spaceId));
  const empty = page.spaces.filter((space) => !parked.has(space.id));
  return (
    <Block title={t('units:screen.cars')} count={page.vehicles.length + empty.length}>
      {page.vehicles.length + empty.length === 0 ? (
        <p className="quiet small">{t('units:screen.none')}</p>
      ) : null}
      <ul className="unit-rows">
        {page.vehicles.map((car) => (
          <li key={car.id}>
            <span className="number unit-what">{car.plate}</span>
            <span>{[car.brand, car.model, car.colour].filter(Boolean).join(' ')}</span>
            <span className="small">{[car.spaceNo, car.partyName].filter(Boolean).join(' · ')}</span>
          </li>
        ))}
        {empty.map((space) => (
          <li key={space.id}>
            <span className="number unit-what">{space.no}</span>
            <span>{t(`units:space.${space.kind}`)}</span>
            <span className="small">{`${space.fromOn ?? ''} – ${space.untilOn ?? ''}`}</span>
          </li>
        ))}
      </ul>
    </Block>
  );
}

function Section({ section, code }: { section: UnitSection; code: string }) {
  const { t } = useWords();
  const open = useOpen();
  const home = homes[section.register];
  if (!home) return null;
  const { register, rows, total } = section;
  return (
    <Block
      title={t(`scan:register.${register}`)}
      count={total}
      door={
        total > rows.length ? (
          <Button variant="subtle" size="compact-xs" onClick={() => open({ register, search: code })}>
            {t('book:screen.all')}
          </Button>
        ) : null
      }
    >
      {rows.length === 0 ? <p className="quiet small">{t('units:screen.none')}</p> : null}
      <ul className="unit-rows">
        {rows.map((row) => (
          <li key={row.entryId}>
            <span className="unit-what">
              <EntryLink register={register} entryId={row.entryId}>
                {row.title}
              </EntryLink>
            </span>
            <span>{t(home.state(row.state))}</span>
            <span className="small">{[row.detail, row.serialNo].filter(Boolean).join(' · ')}</span>
          </li>
        ))}
      </ul>
    </Block>
  );
}

function History({ history, documents }: { history: Page['history']; documents: Page['documents'] }) {
  const { t, lang } = useWords();
  const named = (about: string) => {
    const document = documents.find((one) => one.code === about);
    return document ? (lang === 'en' ? document.en : document.zh) : about;
  };
  return (
    <Block title={t('units:slip.changes')}>
      <ul className="unit-rows">
        {history.map((line) => (
          <li key={line.seq}>
            <span className="number unit-what">{dayTimeOf(line.at)}</span>
            <span>{t(opLabel(UNITS, line.op))}</span>
            <span className="small">
              {[line.about ? named(line.about) : '', line.actorName].filter(Boolean).join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </Block>
  );
}
