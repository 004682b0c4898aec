import { namesWho } from '../../../shared/registers/meetings.columns';
import { ATTENDANCE, type MeetingLine } from '../../../shared/registers/meetings.row';
import { useWords } from '../../i18n';

/** 到会情况: one line for each way of coming; leave with the name of who approved it. */
export function AttendanceList({ meeting }: { meeting: MeetingLine }) {
  const { t } = useWords();
  const all = meeting.attendance.length;
  const plain = meeting.attendance.every(({ how }) => how === 'present');
  return (
    <section className="meeting-part" aria-label={t('meetings:screen.attendance')}>
      <h2>
        {t('meetings:screen.attendance')}{' '}
        <span className="quiet number">{t('meetings:mark.count', { n: meeting.present, all })}</span>
      </h2>
      {plain ? (
        <p className="quiet">{t('meetings:screen.allPresent', { all })}</p>
      ) : (
        <dl className="meeting-list">
          {ATTENDANCE.map((how) => {
            const names = namesWho(meeting, how, t);
            return names ? (
              <div key={how} className={how === 'present' ? undefined : 'marked'}>
                <dt>{t(`meetings:attendance.${how}`)}</dt>
                <dd>{names}</dd>
              </div>
            ) : null;
          })}
        </dl>
      )}
    </section>
  );
}
