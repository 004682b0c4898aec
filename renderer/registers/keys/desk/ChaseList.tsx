import type { Output } from '../../../../shared/api';
import { chaseText } from '../../../../shared/registers/key-loans.cells';
import type { KeyLoanLine } from '../../../../shared/registers/key-loans.row';
import { EntryLink } from '../../../book/EntryLink';
import { useWords } from '../../../i18n';

interface ChaseListProps {
  loan: KeyLoanLine;
  /** Keys that left in the same act. */
  together: Output<'keyLoans.entry'>['together'];
}

/** Below a loan: what left with it, and every call that was made to get it back (S07). */
export function ChaseList({ loan, together }: ChaseListProps) {
  const words = useWords();
  const { t } = words;
  return (
    <>
      {together.length > 0 ? (
        <p className="loan-together">
          {t('key-desk:field.keyLoans.together')}：
          {together.map((other) => (
            <EntryLink key={other.id} register="keyLoans" entryId={other.id}>
              {other.keyNo}
            </EntryLink>
          ))}
        </p>
      ) : null}
      {loan.chases.length > 0 || loan.overdue ? (
        <section className="chases">
          <h3>{t('key-desk:screen.chases')}</h3>
          {loan.chases.length === 0 ? <p className="quiet">{t('key-desk:screen.noChases')}</p> : null}
          <ol>
            {loan.chases.map((call) => (
              <li key={call.id}>
                {t(`key-desk:value.keyChases.contact.${call.contact}`)} · {chaseText(call, words)}{' '}
                <span className="quiet small">{call.recorderName}</span>
              </li>
            ))}
          </ol>
        </section>
      ) : null}
    </>
  );
}
