import type { KeyCheckLine } from '../../../../shared/registers/key-checks.row';
import { ActForm } from '../../../book/dialogs/ActForm';
import type { ActProps } from '../../../book/dialogs/act';
import { LONG_TEXT, TIME } from '../../../book/editors';
import { KEY_CHECKS } from '../books';

/** 完成并签字: the CS supervisor signs; anybody else needs the supervisor's PIN. With differences: reported to whom, when. */
export function CloseCheck({ entry, desk, onClose, onDone }: ActProps<KeyCheckLine>) {
  const differs = entry.differences > 0;
  return (
    <ActForm
      op="keyChecks.close"
      book={KEY_CHECKS}
      entry={entry}
      about={`${entry.serialNo}  ${entry.week}`}
      onClose={onClose}
      onDone={onDone}
      fields={[
        { name: 'findings', editor: LONG_TEXT },
        { name: 'measures', editor: LONG_TEXT },
        { name: 'reportedTo', editor: { kind: 'text', max: 40 }, required: true, when: differs },
        { name: 'reportedAt', editor: TIME, when: differs },
      ]}
      second={
        desk.actor.roles.includes('csSupervisor')
          ? null
          : { label: 'keys:screen.supervisorSigns', permit: 'keys.signCheck' }
      }
    />
  );
}
