import { dayOf } from '../../../shared/dates';
import { useDesk } from '../../book/desk';
import type { Editor } from '../../book/editors';
import { useWords } from '../../i18n';
import { useOp } from '../../queries';
import { ChoiceField } from '../../ui/fields/ChoiceField';
import type { FieldProps } from '../../ui/fields/props';
import { nowIso } from '../../ui/fields/TimeField';
import { shiftName } from './books';

/** Fields of this room: a colleague, and one of somebody's shifts. */

function StaffField(props: FieldProps<string>) {
  const { t } = useWords();
  const people = useOp('rosters.people', {}).data;
  return (
    <ChoiceField
      {...props}
      placeholder={t('book:screen.choose')}
      choices={people?.map(({ staffId, name, initials, staffNo }) => ({
        value: staffId,
        label: name,
        search: initials,
        hint: staffNo,
      }))}
      value={props.value || null}
      onChange={(next) => props.onChange(next ?? '')}
    />
  );
}
export const STAFF: Editor = { kind: 'own', draw: (props) => <StaffField {...props} /> };

/** One of the published shifts of the next two weeks. */
function ShiftField({ staffId, ...props }: FieldProps<string> & { staffId: string }) {
  const { t, lang } = useWords();
  const desk = useDesk();
  const fromOn = dayOf(nowIso());
  const shifts = useOp('rosters.shiftsOf', { staffId, fromOn }, { enabled: staffId !== '' }).data;
  return (
    <ChoiceField
      {...props}
      placeholder={t(shifts?.length === 0 ? 'rosters:screen.noShift' : 'book:screen.choose')}
      choices={
        staffId === ''
          ? []
          : shifts?.map(({ cellId, dayOn, shift, post }) => ({
              value: cellId,
              label: [dayOn, desk ? shiftName(shift, desk, lang) : shift, post].join(' '),
            }))
      }
      clearable={!props.required}
      value={props.value || null}
      onChange={(next) => props.onChange(next ?? '')}
    />
  );
}
export const shiftOf = (staffId: string): Editor => ({
  kind: 'own',
  draw: (props) => <ShiftField {...props} staffId={staffId} />,
});
