import type { ReactNode } from 'react';
import { dayTimeOf } from '../../../shared/dates';
import {
  amountOf,
  checkName,
  countDiffers,
  countedOf,
  countNote,
  dueText,
  sinceText,
  thingName,
  workTexts,
} from '../../../shared/registers/handovers.cells';
import type { CarriedGroup, HandoverSheet, HandoverState } from '../../../shared/registers/handovers.row';
import type { MatterGroup } from '../../../shared/registers/obligations';
import { EntryLink } from '../../book/EntryLink';
import { useWords } from '../../i18n';

/** The sheet as F19 prints it, block by block; a number leads to its entry. */
export function SheetView({ line }: { line: HandoverSheet }) {
  const { t } = useWords();
  const { sheet } = line;
  if (!sheet) return null;
  const word = (key: string) => t(`handovers:screen.${key}`);
  return (
    <section className="shift-sheet" aria-label={word('itemsOnSheet')}>
      <Steps state={line.state} />
      <p className="quiet small">
        {line.live ? word('live') : t('handovers:screen.asOf', { at: dayTimeOf(sheet.at) })}
      </p>
      <Block title={word('work')} empty={sheet.work.length === 0 ? word('noWork') : null}>
        <p>
          {workTexts(sheet, t).map((text) => (
            <span key={text} className="shift-work">
              {text}
            </span>
          ))}
        </p>
      </Block>
      <Block title={word('open')} empty={sheet.open.length === 0 ? word('noOpen') : null}>
        <Matters groups={sheet.open} />
      </Block>
      <Block title={word('due')} empty={sheet.due.length === 0 ? word('noDue') : null}>
        <Matters groups={sheet.due} />
      </Block>
      <Block title={word('events')} empty={line.events.length === 0 ? word('noEvents') : null}>
        <ul>
          {line.events.map((one) => (
            <li key={one.no}>
              <span className="number">{dayTimeOf(one.at)}</span> {one.event} · {one.handler} →{' '}
              {one.result ?? <span className="seal">{word('noResult')}</span>}
            </li>
          ))}
        </ul>
      </Block>
      <Block
        title={word('instructions')}
        empty={sheet.instructions.length === 0 ? word('noInstructions') : null}
      >
        <ul>
          {sheet.instructions.map((one) => (
            <li key={one.id}>
              <EntryLink register="instructions" entryId={one.id}>
                {one.serialNo}
              </EntryLink>{' '}
              {one.fromName} · {one.text} · {one.renewOn ?? t('handovers:mark.noEnd')}
            </li>
          ))}
        </ul>
      </Block>
      <Things line={line} />
      {line.checks.length > 0 ? (
        <Block title={word('checks')} empty={null}>
          <p>
            {line.checks.map(({ name, ok, note }) => (
              <span key={name} className={ok ? 'shift-work' : 'shift-work seal'}>
                {ok ? '☑' : '☒'} {checkName(name, t)} {note}
              </span>
            ))}
          </p>
        </Block>
      ) : null}
      <Block title={word('questions')} empty={line.questions.length === 0 ? word('noQuestions') : null}>
        <ul>
          {line.questions.map((one) => (
            <li key={one.no}>
              {one.question} — {one.answer ?? <span className="seal">{word('unanswered')}</span>}
            </li>
          ))}
        </ul>
      </Block>
      {line.supplements.length > 0 ? (
        <Block title={word('supplements')} empty={null}>
          <ul>
            {line.supplements.map((one) => (
              <li key={one.at}>
                <span className="number">{dayTimeOf(one.at)}</span> {one.by} · {one.text}
              </li>
            ))}
          </ul>
        </Block>
      ) : null}
      <p className="shift-liability">{word('liability')}</p>
    </section>
  );
}

const STEPS: readonly (readonly [step: string, after: HandoverState])[] = [
  ['stepDraft', 'open'],
  ['stepCount', 'drafted'],
  ['stepOut', 'counted'],
  ['stepIn', 'outSigned'],
  ['stepReview', 'sealed'],
];

/** Where the handover stands on its way. */
function Steps({ state }: { state: HandoverState }) {
  const { t } = useWords();
  const at = state === 'refused' ? 3 : STEPS.findIndex(([, after]) => after === state);
  return (
    <ol className="shift-steps" aria-label={t('handovers:screen.steps')}>
      {STEPS.map(([step], i) => (
        <li
          key={step}
          className={state === 'reviewed' || (at >= 0 && i < at) ? 'done' : undefined}
          aria-current={i === at ? 'step' : undefined}
        >
          {t(`handovers:screen.${step}`)}
        </li>
      ))}
    </ol>
  );
}

function Block({ title, empty, children }: { title: string; empty: string | null; children: ReactNode }) {
  return (
    <section>
      <h3>{title}</h3>
      {empty === null ? children : <p className="quiet">{empty}</p>}
    </section>
  );
}

/** Kind, number and title, since when and whose, how many shifts passed it on, until when. */
function Matters({ groups }: { groups: readonly (CarriedGroup | MatterGroup)[] }) {
  const { t } = useWords();
  return groups.map(({ register, label, total, matters }) => (
    <details key={`${register}${label}`} open className="shift-group">
      <summary>
        {t(label)} <strong className="number">{total}</strong>{' '}
        {matters.length < total ? (
          <span className="quiet small">{t('handovers:screen.listed', { n: matters.length, total })}</span>
        ) : null}
      </summary>
      <table className="shift-lines matters">
        <tbody>
          {matters.map((matter) => (
            <tr key={matter.entryId} className={matter.late ? 'late' : undefined}>
              <td className="number">
                <EntryLink register={register} entryId={matter.entryId}>
                  {matter.serialNo ?? matter.title}
                </EntryLink>
              </td>
              <td>
                {matter.serialNo ? matter.title : null} <span className="quiet">{matter.detail}</span>
              </td>
              <td className="number">
                {sinceText(matter)} <span className="quiet">{t('handovers:screen.since')}</span>{' '}
                {matter.owner}
              </td>
              <td>{'shifts' in matter ? <Passed {...matter} /> : null}</td>
              <td className="number">
                {dueText(matter)}{' '}
                {matter.late ? <span className="seal">{t('handovers:screen.late')}</span> : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  ));
}

/** Numbers of one month after the first by their last part: JB202611-0071, 0072. */
const shortened = (numbers: readonly string[]): string[] =>
  numbers.map((no, i) => {
    const [month, last] = no.split('-');
    return last && numbers[i - 1]?.split('-')[0] === month ? last : no;
  });

/** 已交接 n 班, with the numbers of the sheets that passed it on. */
function Passed({ shifts, passedBy }: { shifts: number; passedBy: readonly string[] }) {
  const { t } = useWords();
  if (shifts === 0) return <span className="quiet">{t('handovers:screen.newMatter')}</span>;
  const list = shortened(passedBy).join(t('handovers:mark.list'));
  return (
    <>
      <span className={shifts > 2 ? 'seal' : undefined}>{t('handovers:screen.passed', { n: shifts })}</span>{' '}
      <span className="quiet small number">{t('handovers:screen.passedBy', { list })}</span>
    </>
  );
}

/** 物品交接: expected against counted. */
function Things({ line }: { line: HandoverSheet }) {
  const { t } = useWords();
  const things = line.sheet?.things ?? [];
  return (
    <Block title={t('handovers:screen.things')} empty={null}>
      <table className="shift-lines">
        <thead>
          <tr>
            {['thing', 'expected', 'counted', 'out', 'note'].map((head) => (
              <th key={head}>{t(`handovers:screen.${head}`)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {things.map((thing) => {
            const count = line.counts.find(({ code }) => code === thing.code);
            return (
              <tr key={thing.code} className={countDiffers(thing, count) ? 'late' : undefined}>
                <td>{thingName(thing, t)}</td>
                <td className="number">{amountOf(thing.measure, thing.expected, t)}</td>
                <td className="number">{countedOf(thing, count, t)}</td>
                <td className="number">{thing.out > 0 ? thing.out : ''}</td>
                <td>{countNote(count, t)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Block>
  );
}
