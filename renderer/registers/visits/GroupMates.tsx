import { Button } from '@mantine/core';
import type { Output } from '../../../shared/api';
import { VISIT_OPEN, type VisitLine } from '../../../shared/registers/visits.row';
import { opLabel } from '../../book/book';
import { EntryLink } from '../../book/EntryLink';
import { useWords } from '../../i18n';
import { useCommand } from '../../queries';
import { ErrorLine } from '../../ui/refusal';
import { VISITS } from './books';

interface GroupMatesProps {
  visit: VisitLine;
  mates: Output<'visits.entry'>['group'];
  may: boolean;
  onDone: () => void;
}

/** The others of the group who are still here, and one press that lets all of them leave. */
export function GroupMates({ visit, mates, may, onDone }: GroupMatesProps) {
  const { t } = useWords();
  const leave = useCommand('visits.leaveMany');
  if (mates.length === 0) return null;
  const own = VISIT_OPEN.includes(visit.state) ? [{ id: visit.id, version: visit.version }] : [];
  const save = async () => {
    const done = await leave.run({ visits: [...own, ...mates.map(({ id, version }) => ({ id, version }))] });
    if (done?.ok) onDone();
  };
  return (
    <section>
      <h2>{t('visits:screen.groupMates', { n: mates.length })}</h2>
      <p className="row">
        {mates.map((mate) => (
          <EntryLink key={mate.id} register="visits" entryId={mate.id}>
            {mate.serialNo}
          </EntryLink>
        ))}
      </p>
      <ErrorLine error={leave.error} />
      {may ? (
        <Button variant="default" loading={leave.busy} onClick={() => void save()}>
          {t(opLabel(VISITS, 'visits.leaveMany'))}
        </Button>
      ) : null}
    </section>
  );
}
