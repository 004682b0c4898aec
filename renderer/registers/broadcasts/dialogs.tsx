import type { BroadcastLine } from '../../../shared/registers/broadcasts.row';
import { ActForm } from '../../book/dialogs/ActForm';
import type { ActProps } from '../../book/dialogs/act';
import { TIME } from '../../book/editors';
import { BROADCASTS } from './books';
import { NAME, REASON } from './editors';

/** The acts on a broadcast, from the yes to its result. */

type BroadcastAct = ActProps<BroadcastLine>;
const base = ({ entry, onClose, onDone }: BroadcastAct) => ({
  book: BROADCASTS,
  entry,
  about: `${entry.serialNo}  ${entry.summary}`,
  onClose,
  onDone,
});

export function Approve(props: BroadcastAct) {
  const emergency = props.entry.kind === 'emergency';
  return (
    <ActForm
      op="broadcasts.approve"
      {...base(props)}
      fields={[
        { name: 'managerOrder', editor: NAME, required: true, when: emergency },
        { name: 'generalOrder', editor: NAME, required: true, when: emergency },
      ]}
    >
      <p>{props.entry.script}</p>
    </ActForm>
  );
}

export function Refuse(props: BroadcastAct) {
  return (
    <ActForm
      op="broadcasts.refuse"
      {...base(props)}
      grave
      fields={[
        {
          name: 'reason',
          label: 'broadcasts:field.broadcasts.refusedReason',
          editor: REASON,
          required: true,
        },
      ]}
    />
  );
}

export function Play(props: BroadcastAct) {
  return (
    <ActForm
      op="broadcasts.play"
      {...base(props)}
      fields={[{ name: 'at', label: 'broadcasts:field.broadcasts.playedAt', editor: TIME }]}
    >
      <p>{props.entry.script}</p>
    </ActForm>
  );
}

export function Close(props: BroadcastAct) {
  const { played, repetitions } = props.entry;
  return (
    <ActForm
      op="broadcasts.close"
      {...base(props)}
      fields={[
        { name: 'result', editor: REASON, required: true },
        { name: 'notPlayedReason', editor: REASON, required: true, when: played < repetitions },
      ]}
    />
  );
}
