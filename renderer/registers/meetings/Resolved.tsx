import type { RefObject } from 'react';
import { outcomeText } from '../../../shared/registers/meetings.columns';
import type { MeetingLine } from '../../../shared/registers/meetings.row';
import type { ResolutionLine } from '../../../shared/registers/resolutions.row';
import type { Desk } from '../../book/desk';
import { EntryLink } from '../../book/EntryLink';
import { DAY } from '../../book/editors';
import { QuickForm } from '../../book/QuickForm';
import { useWords } from '../../i18n';
import { RESOLUTIONS } from './books';

interface ResolvedProps {
  meeting: MeetingLine;
  resolved: readonly ResolutionLine[];
  desk: Desk;
  strip: RefObject<HTMLElement | null>;
}

/** 决议: what, who, by when, what came of it; the strip below writes the next one. */
export function Resolved({ meeting, resolved, desk, strip }: ResolvedProps) {
  const { t } = useWords();
  return (
    <section className="meeting-part" aria-label={t('meetings:screen.resolutions')}>
      <h2>{t('meetings:screen.resolutions')}</h2>
      {resolved.length === 0 ? (
        <p className="quiet">{t('meetings:screen.noResolutions')}</p>
      ) : (
        <table className="meeting-resolved">
          <thead>
            <tr>
              {['serialNo', 'matter', 'owner', 'dueOn', 'outcome'].map((column) => (
                <th key={column}>{t(`meetings:column.resolutions.${column}`)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {resolved.map((one) => (
              <tr key={one.id} className={one.state === 'voided' ? 'gone' : one.overdue ? 'late' : undefined}>
                <td>
                  <EntryLink register="resolutions" entryId={one.id}>
                    {one.serialNo}
                  </EntryLink>
                </td>
                <td>{one.matter}</td>
                <td>{one.ownerName}</td>
                <td className="number">{one.dueOn}</td>
                <td>{outcomeText(one, t)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {meeting.state === 'open' && desk.may('meetings.write') ? (
        <QuickForm
          op="resolutions.register"
          book={RESOLUTIONS}
          label={t('meetings:screen.addResolution')}
          place={strip}
          onBack={() => undefined}
          more={() => ({ meetingId: meeting.id })}
          fields={() => [
            { name: 'matter', editor: { kind: 'text', max: 200 }, required: true },
            {
              name: 'ownerId',
              editor: {
                kind: 'list',
                choices: meeting.attendance.map(({ id, name }) => ({ value: id, label: name })),
              },
              required: true,
            },
            { name: 'dueOn', editor: DAY, required: true },
            { name: 'note', editor: { kind: 'text', max: 300 } },
          ]}
        />
      ) : null}
    </section>
  );
}
