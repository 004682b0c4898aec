import type { RefObject } from 'react';
import { DUTY_LINE_KINDS } from '../../../shared/registers/duty-lines.row';
import type { Desk } from '../../book/desk';
import { type Editor, TIME } from '../../book/editors';
import { QuickForm } from '../../book/QuickForm';
import { useWords } from '../../i18n';
import { useRemembered } from '../../ui/remembered';
import { DUTY_LINES } from './books';
import { postsOf } from './posts';

const KIND: Editor = { kind: 'choice', group: 'duty-log:kind', codes: DUTY_LINE_KINDS };
const SWITCHED: Editor = { kind: 'choice', group: 'duty-log:switch', codes: ['on', 'off'] };
const YES: Editor = { kind: 'choice', group: 'duty-log:yes', codes: ['yes'] };
const text = (max: number): Editor => ({ kind: 'text', max });
const listOf = (values: readonly string[]): Editor => ({
  kind: 'list',
  choices: values.map((value) => ({ value, label: value })),
});

interface QuickLineProps {
  desk: Desk;
  /** The log's own post; left out: chosen here, and remembered for the person. */
  post?: string;
  place: RefObject<HTMLElement | null>;
  onBack: () => void;
}

/** The strip of the duty log, in the order of F20; a round asks for its point, a switch for what and which way. */
export function QuickLine({ desk, post, place, onBack }: QuickLineProps) {
  const { t } = useWords();
  const posts = postsOf(desk.settings);
  const [mine, remember] = useRemembered(desk.actor.staffId, 'duty.post', posts[0] ?? '');
  const own = post ?? (posts.includes(mine) ? mine : (posts[0] ?? ''));
  return (
    <QuickForm
      op="dutyLines.write"
      book={DUTY_LINES}
      label={t('duty-log:screen.quickAdd')}
      place={place}
      onBack={onBack}
      follow={(part) => {
        if (part.post) remember(part.post);
        return {};
      }}
      more={(typed) => ({
        post: post ?? (typed.post || own),
        turnedOn: typed.kind === 'switch' && typed.turnedOn ? typed.turnedOn === 'on' : null,
        followUp: typed.followUp === 'yes',
      })}
      fields={(typed) => {
        const at = post ?? (typed.post || own);
        const { points = [], switches = [] } = desk.settings.duty.posts.find(({ name }) => name === at) ?? {};
        const kind = typed.kind ?? 'event';
        const round = kind === 'round';
        const turning = kind === 'switch';
        const plain = !round && !turning;
        const known = round ? points : turning ? switches : [];
        return [
          { name: 'post', editor: listOf(posts), required: true, first: own, when: post === undefined },
          { name: 'kind', editor: KIND, required: true, first: 'event' },
          { name: 'matter', editor: known.length > 0 ? listOf(known) : text(200), required: true },
          { name: 'turnedOn', editor: SWITCHED, required: true, when: turning },
          { name: 'handling', editor: text(300), when: plain },
          { name: 'handler', editor: text(40), required: kind === 'big', when: plain },
          { name: 'result', editor: text(200), when: plain },
          { name: 'happenedAt', editor: TIME },
          { name: 'followUp', editor: YES, when: plain && kind !== 'big' },
        ];
      }}
    />
  );
}
